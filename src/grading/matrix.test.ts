import { describe, expect, test } from 'vitest';

import type { Candidate } from './candidate.ts';
import { check } from './check.ts';
import { defineStep } from './define-step.ts';
import { expectText } from './expect-text.ts';
import { functionSubjects } from './function-subject.fixture.ts';
import { runMatrix } from './matrix.ts';
import type { CreateSubject } from './subject.ts';

const FILE = 'a.js';

const PROGRAMS: Readonly<Record<string, unknown>> = {
  right: (text: string) => text + text,
  empty: () => '',
  short: (text: string) => (text.length > 3 ? text : text + text),
  digits: (text: string) => (/\d/.test(text) ? '' : text + text),
  moody: (text: string) => (/^[abc]/.test(text) ? '' : text + text),
  none: undefined,
};

/** The source is the name of one of `PROGRAMS`. */
const createSubject: CreateSubject = (options) => {
  const program = PROGRAMS[options.files[FILE] ?? ''];
  const exports = program === undefined ? {} : { doubler: program };
  return functionSubjects({ modules: () => ({ [FILE]: exports }) }).createSubject(options);
};

function wants(id: string, text: string) {
  return check({
    id,
    title: id,
    rfc: null,
    async run({ call }) {
      expectText(await call('doubler', text), { expected: text + text });
    },
  });
}

const CHECKS = [wants('C1', 'zz'), wants('C2', 'zzzzz'), wants('C3', 'z1')];
const drawn = check({
  id: 'C4',
  title: 'C4',
  rfc: null,
  async run({ call, random }) {
    const text = String.fromCharCode(random.integer(97, 122));
    expectText(await call('doubler', text), { expected: text + text });
  },
});

const wrong = (source: string, killer: string, onlyKiller = false): Candidate => ({
  kind: 'wrong',
  name: `wrong/${source}.js`,
  files: { [FILE]: source },
  killer,
  onlyKiller,
});
const plain = (kind: 'starter' | 'solution' | 'right', source: string): Candidate => ({
  kind,
  name: `${kind}/${source}`,
  files: { [FILE]: source },
});
const SOUND = [
  plain('starter', 'empty'),
  plain('solution', 'right'),
  plain('right', 'right'),
  wrong('short', 'C2', true),
  wrong('digits', 'C3', true),
];

function examine(candidates: readonly Candidate[], checks = CHECKS, seeds = [1, 2]) {
  const definition = defineStep({ exports: { [FILE]: ['doubler'] }, checks });
  return runMatrix({ step: '9.9', definition, candidates, createSubject, seeds });
}

describe('runMatrix()', () => {
  test('finds nothing to say about a sound grader, and scores it', async () => {
    const matrix = await examine(SOUND);
    expect(matrix.breaches).toEqual([]);
    expect(matrix).toMatchObject({ checks: ['C1', 'C2', 'C3'], killed: [2, 2], accepted: [1, 1] });
    expect(matrix.rows.map((row) => row.statuses.join(' '))).toEqual([
      'fail fail fail',
      'pass pass pass',
      'pass pass pass',
      'pass fail pass',
      'pass pass fail',
    ]);
  });

  test.each<[string, Candidate, RegExp]>([
    ['a starter that passes', plain('starter', 'right'), /^starter\/ réussit/],
    [
      'a solution that is refused',
      plain('solution', 'short'),
      /^solution\/short devrait tout réussir, mais C2/,
    ],
    ['a right answer that is refused', plain('right', 'digits'), /^right\/digits .+ C3/],
    [
      'a wrong answer that survives',
      wrong('right', 'C1'),
      /^wrong\/right\.js devrait être refusé par C1/,
    ],
    [
      'a wrong answer caught by another check',
      wrong('short', 'C3'),
      /refusé par C3, qui le laisse passer/,
    ],
    [
      'a wrong answer caught by more than its only check',
      wrong('empty', 'C1', true),
      /aussi par C2, C3/,
    ],
    ['a wrong answer that does not load', wrong('none', 'C1'), /ne se charge pas/],
  ])('reports %s', async (_what, candidate, sentence) => {
    const matrix = await examine([...SOUND, candidate]);
    expect(matrix.breaches[0]?.replaceAll('\u00a0', ' ')).toMatch(sentence);
    expect(matrix.rows.at(-1)?.asWanted).toBe(false);
  });

  test('reports a check that no wrong program fails', async () => {
    const sound = SOUND.filter((candidate) => candidate.kind !== 'starter');
    const matrix = await examine(sound);
    expect(matrix.breaches).toHaveLength(1);
    expect(matrix.breaches[0]).toMatch(/^C1 n’est mise en échec par aucun/);
  });

  test('reports a program whose verdicts depend on the seed', async () => {
    const seeds = Array.from({ length: 40 }, (_, index) => index);
    const matrix = await examine([wrong('moody', 'C4')], [drawn], seeds);
    expect(matrix.breaches.some((breach) => breach.includes('selon la graine'))).toBe(true);
  });
});
