import { stripVTControlCharacters } from 'node:util';

import { describe, expect, test } from 'vitest';

import type { Matrix, Report } from '../grading/index.ts';
import { matrixText } from './matrix-text.ts';
import { reportText } from './report-text.ts';
import { paintFor, plain } from './terminal.ts';

const NOTHING = {
  sent: null,
  expected: null,
  actual: null,
  where: null,
  location: null,
  hint: null,
};
const FAILED = {
  ...NOTHING,
  id: 'C2',
  name: 'Deux',
  rfc: null,
  status: 'fail',
  message: 'Non.',
  sent: "f('a')",
  expected: 'b',
} as const;
const report = (overrides: Partial<Report>): Report => ({
  step: '1.3',
  seed: 7,
  status: 'fail',
  tests: [{ id: 'C1', name: 'Un', rfc: null, status: 'pass' }, FAILED],
  notes: [],
  ...overrides,
});
const text = (overrides: Partial<Report>) =>
  reportText({ title: 'Calculer', report: report(overrides), console: [], paint: plain });

describe('reportText()', () => {
  test('shows the step, the seed, each check, and all that is known about a failure', () => {
    expect(text({})).toBe(`1.3  Calculer  graine 7

  ✓ C1  Un
  ✗ C2  Deux (échouée)
        Non.
        envoyé   f('a')
        attendu  b

1 vérification sur 2 réussie. Commencez par C2.`);
  });

  test('ends with what the student now has when all passes', () => {
    const tests = report({}).tests.slice(0, 1);
    expect(text({ status: 'pass', tests })).toContain('La vérification est réussie.');
  });

  test('says of questions that they have no answer yet, and what is left to do', () => {
    const open = {
      id: 'CQ-navigateur',
      name: 'Navigateur',
      rfc: null,
      status: 'skipped',
      message: 'Pas encore répondu.',
    } as const;
    const [passed] = report({}).tests;
    const tests = passed === undefined ? [] : [passed, open];
    const shown = text({ status: 'pass', tests });
    expect(shown).toContain('– CQ-navigateur Navigateur (pas encore répondu)');
    expect(shown).toContain('1 vérification sur 2 réussie. Il reste une question sans réponse.');
    expect(text({ tests: [...tests, FAILED, open] })).toContain(
      '1 vérification sur 4 réussie. Commencez par C2. Il reste 2 questions sans réponse.',
    );
    const answered = { ...open, status: 'pass' } as const;
    expect(text({ status: 'error', tests: [FAILED, answered] })).toContain(
      'seules vos réponses ont été vérifiées',
    );
    expect(text({ status: 'error', tests: [FAILED, open] })).toContain('rien n’a pu être vérifié');
  });

  test('says that nothing could be checked when the code does not load', () => {
    expect(text({ status: 'error' })).toContain('ne se charge pas encore');
  });

  test('shows notes, and console lines with their place', () => {
    const location = { file: 'poignee/accept.js', line: 4, column: 1 };
    const shown = reportText({
      title: 'T',
      report: report({ notes: ['Corrigé fourni.'] }),
      console: Array.from(
        { length: 35 },
        () => ({ level: 'log', text: 'coucou', location }) as const,
      ),
      paint: plain,
    });
    expect(shown).toContain('  │ coucou  poignee/accept.js:4');
    expect(shown).toContain('et 5 lignes de plus');
    expect(shown).toContain('  · Corrigé fourni.');
  });
});

describe('paintFor()', () => {
  const terminal = { isTTY: true };
  test('colours a terminal, and the words stay the same', () => {
    const paint = paintFor(terminal, {});
    const shown = reportText({ title: 'T', report: report({}), console: [], paint });
    expect(shown).not.toBe(stripVTControlCharacters(shown));
    expect(stripVTControlCharacters(shown)).toBe(
      reportText({ title: 'T', report: report({}), console: [], paint: plain }),
    );
  });

  test.each([
    ['a pipe', {}, {}],
    ['NO_COLOR', terminal, { NO_COLOR: '1' }],
    ['a dumb terminal', terminal, { TERM: 'dumb' }],
  ])('writes no colour for %s', (_what, stream, environment) => {
    expect(paintFor(stream, environment)('red', 'texte')).toBe('texte');
  });

  test('an empty NO_COLOR counts as absent, as its convention says', () => {
    expect(paintFor(terminal, { NO_COLOR: '' })('red', 'texte')).not.toBe('texte');
  });
});

test('matrixText() marks the check that must reject each wrong program', () => {
  const matrix: Matrix = {
    step: '1.3',
    checks: ['C1', 'C2'],
    seeds: [1, 2],
    rows: [
      {
        name: 'solution/',
        kind: 'solution',
        killer: null,
        misconception: null,
        statuses: ['pass', 'pass'],
        asWanted: true,
      },
      {
        name: 'wrong/a.js',
        kind: 'wrong',
        killer: 'C2',
        misconception: null,
        statuses: ['fail', 'pass'],
        asWanted: false,
      },
    ],
    killed: [0, 1],
    accepted: [0, 0],
    breaches: ['wrong/a.js devrait être refusé par C2.'],
  };
  expect(matrixText('Calculer', matrix, plain)).toBe(`1.3  Calculer  graines 1, 2

                        C1   C2  
  solution solution/    ✓    ✓   
  faux     wrong/a.js   ✗   [✓]   ←

programmes faux refusés 0/1 · variantes acceptées 0/0
  ✗ wrong/a.js devrait être refusé par C2.`);
});
