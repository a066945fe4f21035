// The published commands as a person types them: each test starts the real one.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { ROOT } from './course-on-disk.ts';

const SOLUTION = join(ROOT, 'labs/01-handshake/03-accept/solution');
const STARTER = join(ROOT, 'labs/01-handshake/03-accept/starter');
// Starting Node several times on a busy machine.
const LIMIT = 60_000;

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

async function run(
  command: 'grade' | 'graders' | 'catalog',
  ...words: readonly string[]
): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, `src/cli/${command}.ts`), ...words], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { code: await closed, out, err: err.replace(/[\u00a0\u202f]/g, ' ') };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function directoryWith(source: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'mon travail '));
  folders.push(root);
  const file = join(root, 'poignee/accept.js');
  await mkdir(dirname(file));
  await writeFile(file, source);
  return root;
}

describe('grade', () => {
  test(
    'accepts the solution: exit 0 and one JSON object, alone on stdout',
    { timeout: LIMIT },
    async () => {
      const { code, out, err } = await run('grade', '1.3', SOLUTION, '--json', '--seed', '7');
      const results = JSON.parse(out) as { tests: readonly Record<string, unknown>[] };
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(results).toMatchObject({
        version: 3,
        status: 'pass',
        step: '1.3',
        seed: 7,
        notes: [],
      });
      expect(results.tests.map((it) => it.status)).toEqual(Array(6).fill('pass'));
      expect(Object.keys(results.tests[0] ?? {})).toEqual([
        'id',
        'name',
        'status',
        'message',
        'expected',
        'actual',
        'hint',
      ]);
    },
  );

  test(
    'refuses the starter under the step’s other name: exit 1, said in French',
    { timeout: LIMIT },
    async () => {
      const { code, out, err } = await run('grade', 'handshake/accept', STARTER);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toContain('chaîne vide');
      expect(out).toContain('0 vérification sur 6 réussie. Commencez par C1.');
    },
  );

  test(
    'gives the same report for the same seed, from a path with spaces',
    { timeout: LIMIT },
    async () => {
      const directory = await directoryWith('export const calculerAccept = (cle) => cle.trim();');
      const [one, other] = await Promise.all([
        run('grade', '1.3', directory, '--json', '--seed', '42'),
        run('grade', '1.3', directory, '--json', '--seed', '42'),
      ]);
      expect(one.code).toBe(1);
      expect(other.out).toBe(one.out);
    },
  );

  test(
    'keeps what the student prints out of the JSON, and shows it to a person',
    { timeout: LIMIT },
    async () => {
      const source =
        "console.log('coucou'); process.stdout.write('brut'); export const calculerAccept = () => '';";
      const directory = await directoryWith(source);
      const [json, text] = await Promise.all([
        run('grade', '1.3', directory, '--json'),
        run('grade', '1.3', directory),
      ]);
      expect(() => JSON.parse(json.out) as unknown).not.toThrow();
      expect(text.out).toContain('coucou');
    },
  );

  test(
    'names file and line of a syntax error, and skips the rest',
    { timeout: LIMIT },
    async () => {
      const directory = await directoryWith(
        'export function calculerAccept(cle) {\n  return (cle;\n}\n',
      );
      const { code, out } = await run('grade', '1.3', directory, '--json');
      const results = JSON.parse(out) as {
        status: string;
        tests: { status: string; message: string }[];
      };
      expect({ code, status: results.status }).toEqual({ code: 1, status: 'error' });
      expect(results.tests.map((it) => it.status)).toEqual([
        'error',
        ...Array<string>(5).fill('skipped'),
      ]);
      expect(results.tests[0]?.message).toContain('poignee/accept.js, ligne 2');
    },
  );

  test('survives an endless loop with a verdict', { timeout: LIMIT }, async () => {
    const directory = await directoryWith('export function calculerAccept() { for (;;); }');
    const { code, out } = await run('grade', '1.3', directory, '--json');
    const { tests } = JSON.parse(out) as { tests: { status: string }[] };
    expect(code).toBe(1);
    expect(tests.map((it) => it.status)).toEqual([
      'timeout',
      'timeout',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  test.each([
    [[], 'Il manque l’étape et le dossier. Usage : npm run -s grade'],
    [
      ['1.33', SOLUTION],
      'L’étape « 1.33 » n’existe pas. Vouliez-vous dire : 1.3 (handshake/accept)',
    ],
    [['1.3', join(ROOT, 'labs')], 'Il manque le fichier de cette étape : « poignee/accept.js »'],
  ])(
    'with %j is a wrong use: exit 2, one sentence on stderr, nothing on stdout',
    { timeout: LIMIT },
    async (words, sentence) => {
      const { code, out, err } = await run('grade', ...words);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(sentence);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    },
  );
});

describe('catalog', () => {
  test('lists the steps under their published names', { timeout: LIMIT }, async () => {
    const { code, out } = await run('catalog', '--json');
    const { labs } = JSON.parse(out) as { labs: readonly { steps: readonly object[] }[] };
    expect(code).toBe(0);
    expect(labs.flatMap((lab) => lab.steps)).toContainEqual(
      expect.objectContaining({
        number: '1.3',
        id: 'handshake/accept',
        address: '/labos/poignee-de-main/1-3/',
      }),
    );
  });
});

test.each(['grade', 'graders', 'catalog'] as const)(
  '%s --help says how it is used, and exits 0',
  { timeout: LIMIT },
  async (command) => {
    const { code, out, err } = await run(command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`npm run -s ${command}`);
  },
);

test('graders refuses an unknown step', { timeout: LIMIT }, async () => {
  const { code, out, err } = await run('graders', '7.9');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('« 7.9 » n’existe pas');
});
