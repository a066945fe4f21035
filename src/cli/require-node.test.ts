// The preload on an old Node (its version number is faked before it loads) and on ours.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const PRELOAD = path.join(import.meta.dirname, 'require-node.mjs');

function runUnder(version: string) {
  const fake = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
  return spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(fake)}`,
      '--import',
      PRELOAD,
      '--eval',
      'console.log("ran")',
    ],
    { encoding: 'utf8' },
  );
}

test.each(['16.20.2', '20.20.2', '25.9.0'])(
  'on Node %s it says what to do and exits 2',
  (version) => {
    const { status, stdout, stderr } = runUnder(version);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(version);
    expect(stderr).toContain('npm ci');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  },
);

test.each(['26.0.0', '26.10.0', '27.1.0'])('on Node %s it says nothing', (version) => {
  const { status, stdout, stderr } = runUnder(version);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'ran\n', stderr: '' });
});
