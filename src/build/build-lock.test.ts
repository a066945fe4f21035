import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './build-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verrou de build-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('two builds of one clone take turns', async () => {
  const file = path.join(folder, 'a/b.lock');
  const events: string[] = [];
  let finish = (): void => undefined;
  const first = withLock(file, async () => {
    events.push('first begins');
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    events.push('first ends');
  });
  await expect.poll(() => events).toEqual(['first begins']);
  const second = withLock(file, () => {
    events.push('second');
    return Promise.resolve();
  });
  finish();
  await Promise.all([first, second]);
  expect(events).toEqual(['first begins', 'first ends', 'second']);
  expect(existsSync(file)).toBe(false);
});

test('a build that fails lets the next one in', async () => {
  const file = path.join(folder, 'lock');
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(file, () => Promise.resolve('yes'))).toBe('yes');
});

test('what a dead process left behind is taken over', async () => {
  const file = path.join(folder, 'lock');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(file, String(pid));
  expect(await withLock(file, () => Promise.resolve('taken'))).toBe('taken');
});
