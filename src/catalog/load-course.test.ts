import { describe, expect, test } from 'vitest';

import { candidatesOf, earlierSolutions } from './candidates.ts';
import {
  CHECKS,
  courseWith,
  emptyCourse,
  type Files,
  problemsWith,
  SOUND,
  STEP,
  stepMd,
} from './course.fixture.ts';
import { nearestSteps, stepAt } from './find-step.ts';
import { loadCourse } from './load-course.ts';

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

  test('is a course without labs where there is no labs/', async () => {
    expect(await loadCourse(await emptyCourse())).toEqual({ labs: [] });
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
