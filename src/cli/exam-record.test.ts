import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Matrix } from '../grading/index.ts';
import { examKeeper, keptExam } from './exam-record.ts';

const STEP = { number: '1.3' };
const MATRIX: Matrix = {
  step: '1.3',
  checks: ['C1'],
  seeds: [1],
  rows: [],
  killed: [1, 2],
  accepted: [3, 3],
  breaches: ['one'],
};

let root = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'trame-exam-'));
  await mkdir(path.join(root, 'labs/frames'), { recursive: true });
  await mkdir(path.join(root, 'src/grading'), { recursive: true });
  await writeFile(path.join(root, 'package-lock.json'), '{}');
  await writeFile(path.join(root, 'src/grading/index.ts'), 'export {};');
  await (
    await examKeeper(1, root)
  )(STEP, MATRIX);
});

afterEach(() => rm(root, { recursive: true }));

test('an exam is found again for the sources that it was taken with', async () => {
  expect(await keptExam(STEP, 1, root)).toEqual(MATRIX);
});

test('an exam of other seeds, or of another step, is not', async () => {
  expect(await keptExam(STEP, 100, root)).toBeNull();
  expect(await keptExam({ ...STEP, number: '1.4' }, 1, root)).toBeNull();
});

test.each([
  ['a program is added to a step', 'labs/frames/wrong.js'],
  ['a source of the grader changes', 'src/grading/index.ts'],
  ['a dependency changes', 'package-lock.json'],
])('an exam is forgotten when %s', async (_, file) => {
  await writeFile(path.join(root, file), 'export const changed = 1;');
  expect(await keptExam(STEP, 1, root)).toBeNull();
});

test('a file whose writing was cut short is no exam', async () => {
  await writeFile(path.join(root, '.trame/graders/1.3-1.json'), '{"sources":"');
  expect(await keptExam(STEP, 1, root)).toBeNull();
});

test('what is edited while an exam is taken makes it no exam of these sources', async () => {
  const keep = await examKeeper(1, root);
  await writeFile(path.join(root, 'src/grading/index.ts'), 'export const edited = 1;');
  await keep(STEP, MATRIX);
  expect(await keptExam(STEP, 1, root)).toBeNull();
});
