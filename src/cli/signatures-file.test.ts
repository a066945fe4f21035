import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import type { Matrix } from '../grading/index.ts';
import { settleSignatures } from './signatures-file.ts';

const STEP = { folder: 'labs/01-a/01-b' };
const FILE = `${STEP.folder}/signatures.json`;

const MATRIX: Matrix = {
  step: '1.1',
  checks: ['C1', 'C2'],
  seeds: [1],
  rows: [
    {
      name: 'wrong/a.js',
      kind: 'wrong',
      killer: 'C2',
      misconception: 'a',
      statuses: ['pass', 'fail'],
      asWanted: true,
    },
  ],
  killed: [1, 1],
  accepted: [0, 0],
  breaches: [],
};

async function createRoot() {
  const root = await mkdtemp(join(tmpdir(), 'signatures-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, STEP.folder), { recursive: true });
  return root;
}

test('a file that is not there is stale, is written when asked, and is current from then on', async () => {
  const root = await createRoot();
  const stateOf = async (write: boolean) =>
    (await settleSignatures(STEP, MATRIX, write, root)).state;
  expect(await stateOf(false)).toBe('stale');
  expect(await stateOf(true)).toBe('written');
  expect(JSON.parse(await readFile(join(root, FILE), 'utf8'))).toEqual({ C2: { a: 1 } });
  expect(await stateOf(false)).toBe('current');
  expect(await stateOf(true)).toBe('current');
});

test('a matrix with a breach writes nothing', async () => {
  const root = await createRoot();
  await writeFile(join(root, FILE), '{}\n');
  const broken = { ...MATRIX, breaches: ['C1 ne sert à rien'] };
  expect(await settleSignatures(STEP, broken, true, root)).toEqual({ file: FILE, state: 'stale' });
  expect(await readFile(join(root, FILE), 'utf8')).toBe('{}\n');
});

test('a step without wrong programs has no file, or an empty one', async () => {
  const root = await createRoot();
  const bare = { ...MATRIX, rows: [] };
  expect((await settleSignatures(STEP, bare, false, root)).state).toBe('current');
  await writeFile(join(root, FILE), '{"C1":{"a":1}}\n');
  expect((await settleSignatures(STEP, bare, false, root)).state).toBe('stale');
  expect((await settleSignatures(STEP, bare, true, root)).state).toBe('written');
  expect((await settleSignatures(STEP, bare, false, root)).state).toBe('current');
});
