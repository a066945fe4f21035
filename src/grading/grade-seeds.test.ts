import { describe, expect, test } from 'vitest';

import { check } from './check.ts';
import { defineStep } from './define-step.ts';
import { expectText } from './expect-text.ts';
import { functionSubjects } from './function-subject.fixture.ts';
import { gradeSeeds } from './grade-seeds.ts';
import { gradeStep } from './grade-step.ts';

const FILE = 'a.js';
const SEEDS = [1, 2, 3, 4];

const definition = defineStep({
  exports: { [FILE]: ['twice'] },
  checks: ['C1', 'C2'].map((id) =>
    check({
      id,
      title: id,
      rfc: null,
      async run({ call, random }) {
        const text = random.integer(1_000, 9_999).toString();
        expectText(await call('twice', text), { expected: text + text });
      },
    }),
  ),
});

/** Each realm has a program of its own, with what that one remembers. */
function grade(program: () => (text: string) => unknown) {
  const { createSubject, counts } = functionSubjects({
    modules: () => ({ [FILE]: { twice: program() } }),
  });
  const options = { step: '9.9', definition, files: { [FILE]: '' }, createSubject };
  return { options, counts };
}

const PROGRAMS: readonly (readonly [string, () => (text: string) => unknown, number])[] = [
  ['a right program', () => (text) => text + text, 1],
  ['a wrong program', () => (text) => text, 1],
  [
    'a program that remembers its first answer',
    () => {
      let kept: string | null = null;
      return (text) => (kept ??= text + text);
    },
    // Its first check passes in a fresh realm only: three seeds are graded again.
    4,
  ],
];

describe('gradeSeeds()', () => {
  test.each(PROGRAMS)('gives %s the reports of gradeStep()', async (_name, program, realms) => {
    const { options, counts } = grade(program);
    const shared = await gradeSeeds({ ...options, seeds: SEEDS });
    expect(counts).toEqual({ created: realms, disposed: realms });
    const alone = await Promise.all(SEEDS.map((seed) => gradeStep({ ...options, seed })));
    expect(shared).toEqual(alone);
  });

  test('shares nothing with a program that ends its realm', async () => {
    const { createSubject, counts } = functionSubjects({
      modules: () => ({ [FILE]: { twice: () => '' } }),
      script: () => ({ ends: { reason: 'exited', code: 1, location: null } }),
    });
    const files = { [FILE]: '' };
    const reports = await gradeSeeds({
      step: '9.9',
      definition,
      files,
      createSubject,
      seeds: [1, 2],
    });
    expect(reports.map(({ tests }) => tests.map(({ status }) => status))).toEqual([
      ['error', 'error'],
      ['error', 'error'],
    ]);
    expect(counts.disposed).toBe(counts.created);
  });

  test('hurries a program that the deadline has stopped, and believes it where it says the same', async () => {
    const deadlines: (number | undefined)[] = [];
    const unending = functionSubjects({
      modules: () => ({ [FILE]: { twice: () => '' } }),
      script: () => ({ ends: { reason: 'deadline', milliseconds: 10_000 } }),
    });
    const moody = functionSubjects({ modules: () => ({ [FILE]: { twice: () => '' } }) });
    const options = { step: '9.9', definition, files: { [FILE]: '' }, deadline: 10_000 };
    const reports = await gradeSeeds({
      ...options,
      seeds: [1, 2, 3],
      createSubject: (given) => {
        deadlines.push(given.deadline);
        // Under seed 3, in haste, it is not stopped: that is graded again with the whole deadline.
        return given.seed === 3 && given.deadline !== 10_000
          ? moody.createSubject(given)
          : unending.createSubject(given);
      },
    });
    expect(reports.map(({ tests }) => tests.map(({ status }) => status))).toEqual(
      [1, 2, 3].map(() => ['timeout', 'timeout']),
    );
    expect([...new Set(deadlines.slice(0, 2))]).toEqual([10_000]);
    expect(deadlines.slice(2)).toEqual([500, 500, 500, 10_000, 10_000]);
  });

  test('gives nothing for no seed', async () => {
    const { options } = grade(() => (text) => text);
    expect(await gradeSeeds({ ...options, seeds: [] })).toEqual([]);
  });
});
