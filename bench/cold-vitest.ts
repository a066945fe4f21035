// The comparison for « Exécuter »: a cold `vitest run` of ten assertions, process start included.
import { spawn } from 'node:child_process';
import path from 'node:path';

const FIXTURE = path.join(import.meta.dirname, 'ten-assertions');
const ROOT = path.resolve(import.meta.dirname, '..');

function runOnce(): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--root', FIXTURE], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - started);
      else reject(new Error(`vitest run ended with ${String(code)}`));
    });
  });
}

/** Milliseconds of each of `times` runs, one after the other. */
export async function measureColdVitest(times: number): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < times; i++) samples.push(await runOnce());
  return samples;
}
