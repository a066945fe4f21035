// Where the browser denies storage, as Node does: everything is in the memory of the page.
import { beforeEach, expect, test } from 'vitest';
import { keepReplaced, readReplaced } from '../replaced-work.ts';
import { remember } from '../safe-storage.ts';
import { changeProgress, readLastStep, readProgress, writeLastStep } from '../step-progress.ts';
import { openWorkStorage } from '../work-storage.ts';
import { eraseWork, readAside, readWork, storageKind, swapAside, takeWork } from './kept-work.ts';
import { NO_WORK } from './work-file.ts';

const PASSED = { failedAttempts: 1, hintsOpened: 0, passed: true, gaveUp: false };
const INCOMING = {
  files: { 'a.js': 'importé', 'b.js': 'nouveau' },
  progress: { '1.1': PASSED },
  lastStep: { number: '1.1', address: '/labos/x/1-1/' },
};

async function keep(path: string, text: string): Promise<void> {
  const storage = await openWorkStorage();
  await storage.replace(path, (before) => ({ text, revision: (before?.revision ?? 0) + 1 }));
}

beforeEach(eraseWork);

test('nothing is kept at first', async () => {
  expect(await storageKind()).toBe('memory');
  expect(await readWork()).toEqual(NO_WORK);
  expect(await readAside()).toBeNull();
});

test('what is taken over replaces path by path, and leaves the rest', async () => {
  await keep('a.js', 'le mien');
  await keep('c.js', 'ailleurs');
  changeProgress('1.2', { failedAttempts: 3 });
  await takeWork(INCOMING);
  const work = await readWork();
  expect(work.files).toEqual({ 'a.js': 'importé', 'b.js': 'nouveau', 'c.js': 'ailleurs' });
  expect(work.progress).toEqual({
    '1.1': PASSED,
    '1.2': { failedAttempts: 3, hintsOpened: 0, passed: false, gaveUp: false },
  });
  expect(readLastStep()).toEqual(INCOMING.lastStep);
});

test('a tab that had read the file before hears a newer revision', async () => {
  await keep('a.js', 'un');
  await keep('a.js', 'deux');
  await takeWork(INCOMING);
  const saved = await (await openWorkStorage()).read('a.js');
  expect(saved).toEqual({ text: 'importé', revision: 3 });
});

test('an import is undone, and done again', async () => {
  await keep('a.js', 'le mien');
  changeProgress('1.2', { passed: true });
  const before = await readWork();
  await takeWork(INCOMING);
  const after = await readWork();
  await swapAside();
  expect((await readWork()).files).toEqual(before.files);
  expect((await readWork()).progress).toEqual(before.progress);
  await swapAside();
  expect((await readWork()).files).toEqual(after.files);
  expect((await readWork()).progress).toEqual(after.progress);
});

test('an import into nothing is undone too', async () => {
  await takeWork(INCOMING);
  await swapAside();
  expect((await readWork()).files).toEqual({});
  expect((await readWork()).progress).toEqual({});
});

test('an odd entry spoils neither the work nor what is put aside', async () => {
  await keep('a.js', 'le mien');
  await keep('../odd', 'x');
  expect((await readWork()).files).toEqual({ 'a.js': 'le mien' });
  await takeWork(INCOMING);
  expect((await readAside())?.files).toEqual({ 'a.js': 'le mien' });
});

test('what a closing page put down counts when it is newer than what is kept', async () => {
  await keep('a.js', 'écrit');
  remember('localStorage', 'trame-draft:a.js', { text: 'tapé ensuite', revision: 2 });
  remember('localStorage', 'trame-draft:b.js', { text: 'jamais écrit', revision: 1 });
  expect((await readWork()).files).toEqual({ 'a.js': 'tapé ensuite', 'b.js': 'jamais écrit' });
  await keep('a.js', 'plus tard');
  await keep('a.js', 'encore plus tard');
  expect((await readWork()).files['a.js']).toBe('encore plus tard');
});

test('erasing leaves nothing', async () => {
  await takeWork(INCOMING);
  await takeWork({ ...INCOMING, files: { 'a.js': 'encore' } });
  keepReplaced('a.js', 'ancien');
  writeLastStep(INCOMING.lastStep);
  await eraseWork();
  expect(await readWork()).toEqual(NO_WORK);
  expect(await readAside()).toBeNull();
  expect(readReplaced('a.js')).toBeNull();
  expect(readProgress('1.1').passed).toBe(false);
  expect((await (await openWorkStorage()).list()).size).toBe(0);
});
