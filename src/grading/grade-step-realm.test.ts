// With what the realms of a step are made, and when a check has a fresh one.
import { describe, expect, test } from 'vitest';
import { fail } from './check-failure.ts';
import { defineStep } from './define-step.ts';
import { type FunctionSubjectOptions, functionSubjects } from './function-subject.fixture.ts';
import { checkOf, FILE, grade, right, STEP } from './grade-step.fixture.ts';
import { gradeStep } from './grade-step.ts';
import type { SubjectOptions } from './subject.ts';

describe('gradeStep(), in its realms', () => {
  test('the realm is made with what the step freezes and the packages it allows', async () => {
    const { createSubject } = functionSubjects(right);
    const made: SubjectOptions[] = [];
    await gradeStep({
      step: '1.3',
      definition: { ...STEP, freeze: ['Math.random'], packages: ['ws'] },
      files: {},
      seed: 1,
      createSubject: (options) => {
        made.push(options);
        return createSubject(options);
      },
    });
    expect(made).toMatchObject([{ freeze: ['Math.random'], packages: ['ws'] }]);
  });

  test('the realm loads the modules of the grader before the student’s', async () => {
    const { createSubject } = functionSubjects(right);
    const made: SubjectOptions[] = [];
    await gradeStep({
      step: '1.3',
      definition: { ...STEP, support: { 'correcteur/ws.js': 'export {};' } },
      files: { [FILE]: 'export {};' },
      seed: 1,
      createSubject: (options) => {
        made.push(options);
        return createSubject(options);
      },
    });
    expect(made[0]?.modules).toEqual(['correcteur/ws.js', ...Object.keys(STEP.exports)]);
    expect(made[0]?.files).toEqual({ [FILE]: 'export {};', 'correcteur/ws.js': 'export {};' });
  });

  test('a check that asks for fresh realms gets the same program, just loaded, and no other check does', async () => {
    const seen: string[] = [];
    const definition = defineStep({
      exports: { [FILE]: ['compter'] },
      checks: ['C1', 'C2'].map((id) => ({
        ...checkOf(id, async ({ call, fresh }) => {
          const { value } = await call('compter');
          const [other] = (await fresh[1]?.call(FILE, 'compter', [[]])) ?? [];
          const there = other?.status === 'returned' ? other.value : null;
          seen.push(JSON.stringify([value, there]));
        }),
        ...(id === 'C2' ? { freshSubjects: 2 } : {}),
      })),
    });
    const counting: FunctionSubjectOptions = {
      modules: () => {
        let calls = 0;
        return { [FILE]: { compter: () => (calls += 1) } };
      },
    };
    const { report, counts } = await grade(counting, { definition });
    expect(report.status).toBe('pass');
    const number = (value: number) => ({ type: 'number', value });
    expect(seen).toEqual([
      JSON.stringify([number(1), null]),
      JSON.stringify([number(2), number(1)]),
    ]);
    expect(counts).toEqual({ created: 3, disposed: 3 });
  });

  test('what a check exhibits stands in the report, whatever its verdict', async () => {
    const definition = defineStep({
      exports: { [FILE]: ['doubler'] },
      checks: [
        checkOf('C1', ({ exhibit }) => {
          exhibit('attaque', { cle: '01' });
          exhibit('attaque', { cle: '02' });
          return fail({ message: 'non' });
        }),
      ],
    });
    const { report } = await grade(right, { definition });
    expect(report.exhibits).toEqual({ attaque: { cle: '02' } });
    expect((await grade(right)).report).not.toHaveProperty('exhibits');
  });
});
