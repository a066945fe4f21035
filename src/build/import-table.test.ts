// The import table is only worth what it catches: each line here is an import that must be refused.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

const FORBIDDEN = [
  ['src/wire/frame.ts', 'src/mux/index.ts', 'the codec knows no carrier'],
  ['src/mux/mux.ts', 'src/wire/index.ts', 'the multiplexer knows no protocol above it'],
  ['src/evidence/encode.ts', 'src/realm/agent.ts', 'the encoder knows no agent'],
  ['src/realm/clock.ts', 'src/grading/index.ts', 'the student’s realm never holds the grader'],
  ['src/sandbox/guest/main.ts', 'src/grading/index.ts', 'nor does the worker'],
  ['src/grading/check.ts', 'src/sandbox/index.ts', 'a check does not know where the code runs'],
  ['labs/01-x/01-y/checks.ts', 'src/wire/index.ts', 'checks see the grader’s public face only'],
  ['src/catalog/load.ts', 'src/lab/runner.ts', 'content does not know the interface'],
  ['src/cli/grade.ts', 'src/sandbox/index.ts', 'the command line needs no browser'],
  ['src/server/static.ts', 'src/sandbox/index.ts', 'the server runs no student code'],
  ['src/lab/editor.ts', 'src/server/main.ts', 'nobody imports the server'],
  ['src/demos/x/static.ts', 'src/lab/element.ts', 'a static form has no page'],
  ['src/layouts/slides.ts', 'src/demos/x/x.ts', 'a page does not load a demo by itself'],
  ['src/deck/parse.ts', 'src/catalog/index.ts', 'the deck builds without labs'],
] as const;

type Violation = { readonly from: string; readonly to: string };
let folder = '';
let violations: readonly Violation[] = [];

function write(file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: 'a' });
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-table-'));
  write('tsconfig.json', '{}');
  for (const [from, to] of FORBIDDEN) {
    const specifier = path.relative(path.dirname(from), to);
    write(from, `import '${specifier.startsWith('.') ? specifier : `./${specifier}`}';\n`);
    write(to, '');
  }
  write('src/wire/socket.ts', "import 'node:net';\n");
  write('src/grading/allowed.ts', "import '../wire/frame.ts';\n");
  const depcruise = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [depcruise, '--config', config, '--output-type', 'json', 'src', 'labs'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(FORBIDDEN)('%s may not import %s: %s', (from, to) => {
  expect(violations).toContainEqual(expect.objectContaining({ from, to }));
});

test('a portable room may not import a node: module', () => {
  expect(violations).toContainEqual(
    expect.objectContaining({ from: 'src/wire/socket.ts', to: 'net' }),
  );
});

test('an import that the table allows is not refused', () => {
  expect(violations.filter(({ from }) => from === 'src/grading/allowed.ts')).toEqual([]);
});
