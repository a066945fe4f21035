// How long one check may take: a realm that answers is slow, one that does not is stuck; neither holds the page for ever.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { check } from './check.ts';
import { defineStep } from './define-step.ts';
import { functionSubjects } from './function-subject.fixture.ts';
import { SharedRealm } from './shared-realm.ts';

/** Real milliseconds that a check has before it is looked at: the deadline, and the runner's own second. */
const PATIENCE = 3000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Grades one check that calls the student's code `calls` times, a call every `pause` milliseconds; gives up after `within` patiences. */
async function gradeSlowly(calls: number, pause: number, within = 30): Promise<string> {
  const slow = check({
    id: 'C1',
    title: 'Le code répond',
    rfc: null,
    run: async ({ call }) => {
      for (let done = 0; done < calls; done += 1) {
        await call('repondre');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
  });
  const { createSubject } = functionSubjects({
    modules: () => ({ 'a.js': { repondre: () => 1 } }),
  });
  const definition = defineStep({ exports: { 'a.js': ['repondre'] }, checks: [slow] });
  const realm = new SharedRealm({ definition, files: {}, createSubject, seed: 1 });
  await realm.open();
  const verdict = realm.run(slow, { notes: [], exhibits: {} });
  await vi.advanceTimersByTimeAsync(within * PATIENCE);
  await realm.close();
  return (await verdict).status;
}

describe('a check that takes long', () => {
  test('is waited for as long as the realm goes on answering', async () => {
    expect(await gradeSlowly(30, PATIENCE / 2)).toBe('pass');
  });

  test('is a timeout once the realm has answered nothing for its whole patience', async () => {
    expect(await gradeSlowly(2, 2.5 * PATIENCE)).toBe('timeout');
  });

  test('is a timeout in the end, however much the realm answers', async () => {
    expect(await gradeSlowly(1000, PATIENCE / 10)).toBe('timeout');
  });

  test('is a timeout soon, once the realm has answered more than any sound check asks', async () => {
    // Some 3,000 answers in one patience.
    expect(await gradeSlowly(100_000, 1, 4)).toBe('timeout');
  });
});
