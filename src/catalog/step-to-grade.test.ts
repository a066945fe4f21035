import { describe, expect, test } from 'vitest';

import { BrokenCourse } from './broken-course.ts';
import { courseWith, emptyCourse, SOUND, STEP } from './course.fixture.ts';
import { loadStepToGrade } from './step-to-grade.ts';

/** A second step after the sound one, which the sound one's files make. */
const next = Object.fromEntries(
  Object.entries(SOUND)
    .filter(([path]) => path.startsWith(STEP))
    .map(([path, text]) => [path.replace('03-accept', '04-next'), text]),
);

describe('loadStepToGrade()', () => {
  test('finds a step by number or name, with the solutions before it', async () => {
    const root = await courseWith(next);
    const found = await loadStepToGrade(root, '1.4');
    expect(found).toMatchObject({
      status: 'found',
      step: { number: '1.4', id: 'handshake/next', files: ['poignee/accept.js'] },
      earlier: [{ 'poignee/accept.js': 'solution' }],
    });
    expect(await loadStepToGrade(root, 'handshake/next')).toEqual(found);
  });

  test('does not look at what is unfinished elsewhere', async () => {
    const root = await courseWith({
      ...next,
      'labs/01-handshake/lab.md': null,
      'labs/01-handshake/04-next/step.md': '---\ntitle: [',
      'labs/01-handshake/04-next/checks.ts': "throw new Error('zut')",
      'labs/01-handshake/01-empty/notes.txt': '',
      'labs/brouillon/notes.txt': '',
    });
    const found = await loadStepToGrade(root, '1.3');
    expect(found).toMatchObject({ status: 'found', step: { number: '1.3' }, earlier: [{}] });
  });

  test('says all that is wrong with the step itself', async () => {
    const root = await courseWith({
      [`${STEP}/checks.ts`]: null,
      [`${STEP}/right/other.js`]: null,
    });
    const error: unknown = await loadStepToGrade(root, '1.3').catch((reason: unknown) => reason);
    expect(error instanceof BrokenCourse ? error.problems : error).toHaveLength(2);
  });

  test('names the nearest steps to one that is not there', async () => {
    const root = await courseWith(next);
    const unknown = await loadStepToGrade(root, 'handshake/nxt');
    const nearest = unknown.status === 'unknown' ? unknown.nearest.map(({ id }) => id) : [];
    expect(nearest[0]).toBe('handshake/next');
    expect(await loadStepToGrade(await emptyCourse(), '1.3')).toEqual({
      status: 'unknown',
      nearest: [],
    });
  });
});
