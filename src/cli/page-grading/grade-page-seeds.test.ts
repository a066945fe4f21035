import { describe, expect, test } from 'vitest';

import { functionSubjects, type Scripted } from '../../grading/function-subject.fixture.ts';
import { check, defineStep, expectText, gradeStep } from '../../grading/index.ts';
import { gradePageSeeds } from './grade-page-seeds.ts';

const FILE = 'a.js';
const SEEDS = [1, 2, 3, 4];

/** A check has the realm that all share, and one of its own. */
const definition = defineStep({
  exports: { [FILE]: ['twice'] },
  checks: ['C1', 'C2'].map((id) =>
    check({
      id,
      title: id,
      rfc: null,
      freshSubjects: 1,
      async run({ call, random }) {
        const text = random.integer(1_000, 9_999).toString();
        expectText(await call('twice', text), { expected: text + text });
      },
    }),
  ),
});

function grading(program: () => (text: string) => unknown, script?: () => Scripted | null) {
  const { createSubject, counts } = functionSubjects({
    modules: () => ({ [FILE]: { twice: program() } }),
    ...(script && { script }),
  });
  return {
    options: { step: '9.9', definition, files: { [FILE]: '' }, createSubject },
    counts,
  };
}

async function aloneUnder(options: ReturnType<typeof grading>['options']) {
  const reports = [];
  for (const seed of SEEDS) reports.push(await gradeStep({ ...options, seed }));
  return reports;
}

const PROGRAMS: readonly (readonly [string, () => (text: string) => unknown])[] = [
  ['a right program', () => (text) => text + text],
  ['a wrong program', () => (text) => text],
];

describe('gradePageSeeds()', () => {
  test.each(PROGRAMS)(
    'gives %s the reports of gradeStep(), in two pages for all seeds but the first',
    async (_name, program) => {
      const { options, counts } = grading(program);
      const reports = await gradePageSeeds({ ...options, seeds: SEEDS });
      expect(counts).toEqual({ created: 3 + 2, disposed: 3 + 2 });
      expect(reports).toEqual(await aloneUnder(options));
    },
  );

  test('grades again, in fresh pages, a program that says something else in one that has served', async () => {
    const { options, counts } = grading(() => {
      let kept: string | null = null;
      return (text) => (kept ??= text + text);
    });
    const reports = await gradePageSeeds({ ...options, seeds: SEEDS });
    expect(counts.created).toBeGreaterThan(3 + 2);
    expect(counts.disposed).toBe(counts.created);
    expect(reports).toEqual(await aloneUnder(options));
  });

  test('lets no page serve again of a program that ends its own', async () => {
    const { options, counts } = grading(
      () => () => '',
      () => ({ ends: { reason: 'exited', code: 1, location: null } }),
    );
    const reports = await gradePageSeeds({ ...options, seeds: SEEDS });
    const { created } = counts;
    expect(reports).toEqual(await aloneUnder(options));
    expect(created).toBe(counts.created - created);
  });
});
