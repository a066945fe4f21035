import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { Problems } from './broken-course.ts';
import { readSignatures } from './read-signatures.ts';

async function read(text: string | null) {
  const root = await mkdtemp(join(tmpdir(), 'signatures-'));
  onTestFinished(() => rm(root, { recursive: true }));
  if (text !== null) await writeFile(join(root, 'signatures.json'), text);
  const problems = new Problems();
  return { signatures: await readSignatures(root, '.', { a: 'Pourquoi a.' }, problems), problems };
}

test('a step whose graders were never examined has no signatures, and is no less sound', async () => {
  const { signatures, problems } = await read(null);
  expect(signatures).toEqual({});
  expect(() => {
    problems.throwIfAny();
  }).not.toThrow();
});

test('a misconception that step.md no longer explains is left out', async () => {
  const { signatures, problems } = await read('{"C1":{"":1,"a":2,"gone":3}}');
  expect(signatures).toEqual({ C1: { '': 1, a: 2 } });
  expect(() => {
    problems.throwIfAny();
  }).not.toThrow();
});

test.each(['', '{', '[1]', '{"C1":2}', '{"C1":{"a":"2"}}', '{"C1":{"a":0}}', 'null'])(
  'a file that the command did not write (%j) is a problem with its name',
  async (text) => {
    const { signatures, problems } = await read(text);
    expect(signatures).toEqual({});
    expect(() => {
      problems.throwIfAny();
    }).toThrow(/^.*signatures\.json.*$/);
  },
);
