import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { BrokenCourse } from './broken-course.ts';
import { candidatesOf, earlierSolutions } from './candidates.ts';
import { nearestSteps, stepAt } from './find-step.ts';
import { loadCourse } from './load-course.ts';

const STEP = 'labs/01-handshake/03-accept';
const STEP_MD = `---
title: Calculer
minutes: 8
rfc: ['§1.3']
files: [poignee/accept.js]
hints: [un, deux, trois]
misconceptions:
  decoded-key: La clé est du texte.
---

La consigne.
`;
const CHECKS = `export const step = {
  exports: { 'poignee/accept.js': ['calculerAccept'] },
  checks: [{ id: 'C1', title: 'Un', rfc: '§1.3' }, { id: 'C2', title: 'Deux', rfc: null }],
};`;

type Files = Readonly<Record<string, string | null>>;

const SOUND: Files = {
  'labs/01-handshake/lab.md': '---\ntitle: La poignée\naddress: poignee-de-main\n---\nBonjour.\n',
  [`${STEP}/step.md`]: STEP_MD,
  [`${STEP}/checks.ts`]: CHECKS,
  [`${STEP}/starter/poignee/accept.js`]: 'starter',
  [`${STEP}/solution/poignee/accept.js`]: 'solution',
  [`${STEP}/right/other.js`]: 'right',
  [`${STEP}/wrong/decoded.js`]: '// échoue : C1 seulement\n// confusion : decoded-key\n',
};

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** Writes the sound course with `changes` (a `null` leaves the file out) in a fresh folder with a space in its name. */
async function courseWith(changes: Files = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'trame catalog-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    if (text === null) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

async function problemsWith(changes: Files): Promise<readonly string[]> {
  const root = await courseWith(changes);
  try {
    await loadCourse(root);
  } catch (error) {
    if (error instanceof BrokenCourse)
      return error.problems.map((it) => it.replace(/[\u00a0\u202f]/g, ' '));
    throw error;
  }
  throw new Error('the course loaded');
}

const QUESTIONS = `questions:
  - id: navigateur
    title: Ce que fait le navigateur
    text: Que fait le navigateur ?
    rfc: WHATWG WebSockets §2.2
    options:
      - { id: ouvre, label: Il ouvre, explanation: Non. }
      - { id: echoue, label: Il échoue, explanation: Oui. }
    right: echoue
  - id: octet-1
    title: Le premier octet
    text: '\`0x48 ^ 0x37\`'
    bytes: '7f'
    explanation: Bit à bit.
    mistakes: [{ answer: 7f 00, explanation: Un seul octet. }]
  - id: transfert
    title: Un autre octet
    text: '{octet} ?'
    drawn: true
`;
const DRAWS = CHECKS.replace(
  'exports',
  "draws: { transfert: () => ({ values: { octet: '48' }, bytes: '7f', explanation: 'Oui.', mistakes: [] }) }, exports",
);
/** The sound step with questions of each kind, `from` replaced by `to` in its front matter. */
const asking = (from = '', to = '', checks = DRAWS): Files => ({
  [`${STEP}/step.md`]: STEP_MD.replace('---\n\nLa', `${QUESTIONS.replace(from, to)}---\n\nLa`),
  [`${STEP}/checks.ts`]: checks,
});
const LIVE = 'live: { export: calculerAccept, options: { chemins: [/chat] }, path: /chat }\n';
const live = (from = '', to = '') => stepMd('---\n\nLa', `${LIVE.replace(from, to)}---\n\nLa`);

const stepMd = (from: string, to: string) => ({ [`${STEP}/step.md`]: STEP_MD.replace(from, to) });

describe('loadCourse()', () => {
  test('reads labs and steps with their published names and addresses', async () => {
    const course = await loadCourse(await courseWith());
    expect(course.labs).toHaveLength(1);
    expect(course.labs[0]).toMatchObject({
      number: 1,
      slug: 'handshake',
      title: 'La poignée',
      address: '/labos/poignee-de-main/',
      introduction: 'Bonjour.',
    });
    expect(stepAt(course, '1.3')).toMatchObject({
      number: '1.3',
      id: 'handshake/accept',
      address: '/labos/poignee-de-main/1-3/',
      folder: STEP,
      title: 'Calculer',
      minutes: 8,
      files: ['poignee/accept.js'],
      hints: ['un', 'deux', 'trois'],
      instructions: 'La consigne.',
      starter: { 'poignee/accept.js': 'starter' },
      solution: { 'poignee/accept.js': 'solution' },
      right: [{ name: 'right/other.js', files: { 'poignee/accept.js': 'right' } }],
      wrong: [
        { name: 'wrong/decoded.js', killer: 'C1', onlyKiller: true, misconception: 'decoded-key' },
      ],
      checks: [
        { id: 'C1', title: 'Un', rfc: '§1.3' },
        { id: 'C2', title: 'Deux', rfc: null },
      ],
    });
  });

  test('reads questions of each kind, each with a check of its own', async () => {
    const step = stepAt(await loadCourse(await courseWith(asking())), '1.3');
    expect(step?.questions.map(({ id, rfc, answer }) => [id, rfc, answer.kind])).toEqual([
      ['navigateur', 'WHATWG WebSockets §2.2', 'choice'],
      ['octet-1', null, 'bytes'],
      ['transfert', null, 'drawn'],
    ]);
    expect(step?.questions[0]?.answer).toMatchObject({ right: 'echoue' });
    expect(step?.questions[1]?.answer).toMatchObject({
      bytes: '7f',
      mistakes: [{ answer: '7f00' }],
    });
    expect(step?.checks.slice(2)).toEqual([
      {
        id: 'CQ-navigateur',
        title: 'Ce que fait le navigateur',
        rfc: 'WHATWG WebSockets §2.2',
      },
      { id: 'CQ-octet-1', title: 'Le premier octet', rfc: null },
      { id: 'CQ-transfert', title: 'Un autre octet', rfc: null },
    ]);
  });

  test('takes a folder with answers only for a mistake in them, over the solution’s code', async () => {
    const answers = '{ "1.3/navigateur": "ouvre" }';
    const path = `${STEP}/wrong/browser-opens/reponses.json`;
    const course = await loadCourse(await courseWith({ ...asking(), [path]: answers }));
    const step = stepAt(course, '1.3');
    expect(step?.wrong[0]).toMatchObject({ killer: 'CQ-navigateur', onlyKiller: true });
    const made = step === null ? [] : candidatesOf(course, step);
    expect(made.find((it) => it.name === 'wrong/browser-opens')?.files).toEqual({
      'poignee/accept.js': 'solution',
      'reponses.json': answers,
    });
  });

  test('takes a step without files where it has only questions', async () => {
    const alone = Object.fromEntries(
      Object.keys(SOUND)
        .filter((path) => path.startsWith(STEP))
        .map((path) => [path, null]),
    );
    const questions = asking('', '', DRAWS.replace(/exports:.*/s, 'exports: {}, checks: [] };'));
    const head = questions[`${STEP}/step.md`]
      ?.replace('[poignee/accept.js]', '[]')
      .replace(/misconceptions:\n.*\n/, 'misconceptions: {}\n');
    const course = await loadCourse(
      await courseWith({ ...alone, ...questions, [`${STEP}/step.md`]: head ?? null }),
    );
    expect(stepAt(course, '1.3')).toMatchObject({ files: [], starter: {}, right: [], wrong: [] });
  });

  test('reads how a step goes live, and that another does not', async () => {
    const course = await loadCourse(await courseWith(live()));
    expect(stepAt(course, '1.3')?.live).toEqual({
      export: 'calculerAccept',
      options: { chemins: ['/chat'] },
      path: '/chat',
    });
    const other = await loadCourse(await courseWith());
    expect(stepAt(other, '1.3')).toMatchObject({ live: null, questions: [] });
  });

  test('is a course without labs where there is no labs/', async () => {
    const root = await mkdtemp(join(tmpdir(), 'trame-empty-'));
    folders.push(root);
    expect(await loadCourse(root)).toEqual({ labs: [] });
  });

  test('reads variants that are folders, and files with Windows line ends', async () => {
    const course = await loadCourse(
      await courseWith({
        ...stepMd('---\n\nLa consigne.', '---\r\n\r\nLa consigne.'),
        [`${STEP}/right/two-files/poignee/accept.js`]: "export * from './b.js'",
        [`${STEP}/right/two-files/poignee/b.js`]: 'b',
        [`${STEP}/wrong/windows.js`]: '// échoue : C2\r\nfin',
      }),
    );
    const step = stepAt(course, 'handshake/accept');
    expect(step?.right[1]).toEqual({
      name: 'right/two-files',
      files: { 'poignee/accept.js': "export * from './b.js'", 'poignee/b.js': 'b' },
    });
    expect(step?.wrong[1]).toMatchObject({ killer: 'C2', onlyKiller: false, misconception: null });
  });

  test.each<[string, Files, string]>([
    [
      'lab.md missing',
      { 'labs/01-handshake/lab.md': null },
      'labs/01-handshake/lab.md : le fichier manque.',
    ],
    [
      'a lab without an address',
      { 'labs/01-handshake/lab.md': '---\ntitle: T\n---\n' },
      'lab.md : il manque la clé « address ».',
    ],
    [
      'a folder with a bad name',
      { 'labs/handshake/lab.md': '' },
      'labs/handshake : un dossier de labo',
    ],
    ['step.md missing', { [`${STEP}/step.md`]: null }, 'step.md : le fichier manque.'],
    [
      'no front matter',
      { [`${STEP}/step.md`]: 'La consigne.' },
      'step.md : le fichier doit commencer par',
    ],
    [
      'YAML that does not parse',
      stepMd('minutes: 8', 'minutes: [8'),
      'step.md : YAML illisible à la ligne',
    ],
    [
      'a key given twice',
      stepMd('minutes: 8', 'minutes: 8\nminutes: 9'),
      'YAML illisible à la ligne 4',
    ],
    [
      'a list instead of a table',
      { [`${STEP}/step.md`]: '---\n- a\n---\nb' },
      'doit être une table',
    ],
    ['an empty consigne', stepMd('La consigne.', ''), 'step.md : la consigne est vide.'],
    [
      'an unknown key',
      stepMd('minutes: 8', 'minutes: 8\nlevel: 3'),
      'step.md : clé inconnue « level ».',
    ],
    ['a missing key', stepMd('minutes: 8\n', ''), 'step.md : il manque la clé « minutes ».'],
    [
      'minutes that are text',
      stepMd('minutes: 8', 'minutes: huit'),
      '« minutes » : un nombre entier',
    ],
    [
      'a missing hint',
      stepMd('[un, deux, trois]', '[un, deux]'),
      'step.md : « hints » : il faut exactement trois',
    ],
    ['a fourth hint', stepMd('trois]', 'trois, quatre]'), '« hints » : il faut exactement trois'],
    ['an empty hint', stepMd('trois]', "''] "), 'step.md : « hints.2 » : le texte est vide.'],
    ['a section that is none', stepMd('§1.3', '1.3'), '« rfc.0 » : une section s’écrit'],
    ['a path that climbs', stepMd('poignee/accept.js', '../accept.js'), '« files.0 » : un chemin'],
    [
      'a file cited twice',
      stepMd('[poignee/accept.js]', '[poignee/accept.js, poignee/accept.js]'),
      'cité deux fois',
    ],
    [
      'a misconception that nothing illustrates',
      stepMd('---\n\nLa', '  other: Autre.\n---\n\nLa'),
      '« other » n’est illustrée par aucun',
    ],
    ['checks.ts missing', { [`${STEP}/checks.ts`]: null }, 'checks.ts : le fichier manque.'],
    [
      'checks.ts that does not load',
      { [`${STEP}/checks.ts`]: "throw new Error('zut')" },
      'ne se charge pas : zut',
    ],
    [
      'checks.ts without a step',
      { [`${STEP}/checks.ts`]: 'export const autre = 1;' },
      'il faut exporter « step »',
    ],
    [
      'a check id used twice',
      { [`${STEP}/checks.ts`]: CHECKS.replace('C2', 'C1') },
      'checks.ts : l’identifiant « C1 » sert deux fois.',
    ],
    [
      'an export of a file that is not the step’s',
      { [`${STEP}/checks.ts`]: CHECKS.replace('accept.js', 'b.js') },
      '« poignee/b.js », que « files »',
    ],
    [
      'the starter missing',
      { [`${STEP}/starter/poignee/accept.js`]: null },
      'starter : le dossier manque.',
    ],
    [
      'the solution’s file missing',
      { [`${STEP}/solution/poignee/accept.js`]: null, [`${STEP}/solution/other.js`]: '' },
      'solution/poignee/accept.js : le fichier manque.',
    ],
    [
      'no right program',
      { [`${STEP}/right/other.js`]: null },
      'right : il faut au moins une solution',
    ],
    [
      'no wrong program',
      { [`${STEP}/wrong/decoded.js`]: null },
      'wrong : il faut au moins un programme faux',
    ],
    [
      'a wrong program without its killer',
      { [`${STEP}/wrong/b.js`]: 'code' },
      'wrong/b.js : la première ligne doit nommer',
    ],
    [
      'a wrong program with an unknown killer',
      { [`${STEP}/wrong/b.js`]: '// échoue : C9\n' },
      'wrong/b.js : il doit être refusé par « C9 », qui n’existe pas (vérifications : C1, C2).',
    ],
    [
      'a misconception that is not explained',
      { [`${STEP}/wrong/b.js`]: '// échoue : C1\n// confusion : b\n' },
      'wrong/b.js : la confusion « b » n’est pas expliquée',
    ],
    [
      'a misconception line that names nothing',
      { [`${STEP}/wrong/b.js`]: '// échoue : C1\n// confusion b\n' },
      'wrong/b.js : la deuxième ligne',
    ],
    [
      'no file at all',
      stepMd('[poignee/accept.js]', '[]'),
      'step.md : il faut au moins un fichier',
    ],
    [
      'a question without its text',
      asking('    text: Que fait le navigateur ?\n'),
      'step.md : il manque la clé « questions.0.text ».',
    ],
    [
      'an unknown key in a question',
      asking('    drawn: true', '    drawn: true\n    level: 1'),
      'clé inconnue « questions.2.level »',
    ],
    [
      'a question on two lines',
      asking('text: Que fait', 'text: |-\n      Que\n      fait'),
      '« questions.0.text » : le texte tient sur une ligne',
    ],
    [
      'a question id in capitals',
      asking('id: navigateur', 'id: Navigateur'),
      '« questions.0.id » : un identifiant',
    ],
    [
      'a question that takes the key of the draw',
      asking('id: navigateur', 'id: graine'),
      '« graine » est réservé',
    ],
    [
      'two questions of one name',
      asking('id: octet-1', 'id: navigateur'),
      '« questions » : deux questions ont le même identifiant',
    ],
    [
      'a question that is no kind',
      asking('    drawn: true\n'),
      '« questions.2 » : il faut exactement une de ces clés',
    ],
    [
      'a question of two kinds',
      asking('    drawn: true', "    drawn: true\n    bytes: '7f'"),
      '« questions.2 » : il faut exactement une de ces clés',
    ],
    [
      'a choice without its right option',
      asking('    right: echoue\n'),
      '« questions.0 » : il manque « right »',
    ],
    [
      'a right option that is not there',
      asking('right: echoue', 'right: ignore'),
      '« right » nomme « ignore », qui n’est pas une option (ouvre, echoue)',
    ],
    [
      'one option only',
      asking('      - { id: ouvre, label: Il ouvre, explanation: Non. }\n'),
      'il faut au moins deux options',
    ],
    [
      'an option twice',
      asking('{ id: ouvre', '{ id: echoue'),
      'deux options ont le même identifiant',
    ],
    [
      'an option that explains nothing',
      asking(', explanation: Non.'),
      'il manque la clé « questions.0.options.0.explanation »',
    ],
    [
      'bytes that YAML reads as a number',
      asking("bytes: '7f'", 'bytes: 58'),
      '« questions.1.bytes » : un texte est attendu',
    ],
    [
      'bytes that are not hexadecimal',
      asking("bytes: '7f'", "bytes: '7g'"),
      '« questions.1.bytes » : des octets en hexadécimal',
    ],
    [
      'bytes that are not explained',
      asking('    explanation: Bit à bit.\n'),
      '« questions.1 » : il manque « explanation »',
    ],
    [
      'a mistake that is the right answer',
      asking('7f 00', '7f'),
      '« mistakes » compte la bonne réponse, « 7f »',
    ],
    [
      'a source that is none',
      asking('WHATWG WebSockets §2.2', 'WHATWG'),
      '« questions.0.rfc » : une source s’écrit',
    ],
    [
      'a drawn question that checks.ts does not draw',
      asking('', '', CHECKS),
      'step.md : la question « transfert » est tirée',
    ],
    [
      'a draw that lacks a value of the text',
      asking('{octet} ?', '{octets} ?'),
      'checks.ts : le tirage de la question « transfert » ne va pas : question "transfert" names {octets}',
    ],
    [
      'a folder of answers that answers two questions',
      {
        ...asking(),
        [`${STEP}/wrong/b/reponses.json`]: '{ "1.3/navigateur": "a", "1.3/octet-1": "b" }',
      },
      'wrong/b : un dossier qui n’a que reponses.json répond mal à une seule question',
    ],
    [
      'a folder of answers to a question that is not there',
      { ...asking(), [`${STEP}/wrong/b/reponses.json`]: '{ "1.3/regle": "a" }' },
      'wrong/b : il doit être refusé par « CQ-regle », qui n’existe pas',
    ],
    [
      'a draw that no question takes',
      asking('id: transfert', 'id: autre'),
      'checks.ts : « draws » connaît « transfert »',
    ],
    [
      'a live server that nothing exports',
      live('calculerAccept', 'creerServeur'),
      '« live » appelle « creerServeur », que checks.ts n’attend pas de « poignee/accept.js »',
    ],
    [
      'a live path without its slash',
      live('path: /chat', 'path: chat'),
      '« live.path » : un chemin est attendu',
    ],
    [
      'an unknown key of live',
      live('path: /chat', 'path: /chat, port: 1'),
      'clé inconnue « live.port »',
    ],
  ])('refuses %s, naming the file and the reason', async (_what, changes, sentence) => {
    const problems = await problemsWith(changes);
    expect(
      problems.some((problem) => problem.includes(sentence)),
      problems.join('\n'),
    ).toBe(true);
    for (const problem of problems) expect(problem).toMatch(/^labs\/.+ : .+\.$/);
  });

  test('refuses two steps of one number and two labs of one address', async () => {
    const twin = 'labs/02-other/lab.md';
    const second = Object.fromEntries(
      Object.entries(SOUND)
        .filter(([path]) => path.startsWith(STEP))
        .map(([path, text]) => [path.replace('03-accept', '03-twin'), text]),
    );
    const problems = await problemsWith({
      ...second,
      [twin]: SOUND['labs/01-handshake/lab.md'] ?? '',
    });
    expect(problems.join('\n')).toContain('« 1.3 » sert déjà dans');
    expect(problems.join('\n')).toContain('« /labos/poignee-de-main/ » sert déjà dans');
  });

  test('reports every problem at once', async () => {
    const problems = await problemsWith({
      ...stepMd('minutes: 8', 'level: 3'),
      [`${STEP}/checks.ts`]: null,
    });
    expect(problems).toHaveLength(3);
  });
});

describe('a step', () => {
  test.each([
    ['1.4', '1.3'],
    ['handshake/acept', '1.3'],
    ['accept', '1.3'],
    ['HANDSHAKE', '1.3'],
  ])('is suggested for %s', async (typed, number) => {
    const course = await loadCourse(await courseWith());
    expect(nearestSteps(course, typed).map((step) => step.number)).toEqual([number]);
  });

  test.each(['7.7', 'zzzzzzzz'])('is not suggested for %s', async (typed) => {
    const course = await loadCourse(await courseWith());
    expect(nearestSteps(course, typed)).toEqual([]);
  });

  test('is examined with the solutions of the steps before it', async () => {
    const second = Object.fromEntries(
      Object.entries(SOUND)
        .filter(([path]) => path.startsWith(STEP))
        .map(([path, text]) => [
          path.replace('03-accept', '04-next').replace('accept.js', 'next.js'),
          text?.replaceAll('accept.js', 'next.js') ?? null,
        ]),
    );
    const course = await loadCourse(await courseWith(second));
    const step = stepAt(course, '1.4');
    if (step === null) throw new Error('1.4 is missing');
    expect(earlierSolutions(course, step)).toEqual([{ 'poignee/accept.js': 'solution' }]);
    const candidates = candidatesOf(course, step);
    expect(candidates.map((it) => it.name)).toEqual([
      'starter/',
      'solution/',
      'right/other.js',
      'wrong/decoded.js',
    ]);
    expect(candidates[0]?.files).toEqual({
      'poignee/accept.js': 'solution',
      'poignee/next.js': 'starter',
    });
  });
});
