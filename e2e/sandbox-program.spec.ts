// A program that is run rather than graded: real time, an end of its own, streams that bypass the page, a watchdog.
import type { Page } from '@playwright/test';
import type { ProgramOptions, ProgramResult } from '../src/sandbox/index.ts';
import { expect, test } from './sandbox-test.ts';

type Run = { readonly result: ProgramResult; readonly lines: readonly string[] };

/** Runs one file to its end; each printed line comes as `line number: text`. */
async function runToEnd(page: Page, source: string): Promise<Run> {
  return page.evaluate(async (text) => {
    const lines: string[] = [];
    const { result } = await window.harness.sandbox.runProgram({
      files: { 'essai.js': text, 'accept.js': 'export const cle = (x) => x + 1;' },
      modules: ['essai.js'],
      onConsole: (printed) => {
        for (const { location, text: line } of printed)
          lines.push(`${String(location?.line ?? '?')}: ${line}`);
      },
    });
    return { result: await result, lines };
  }, source);
}

test('a program runs in real time, prints with its lines, and ends when nothing is left', async ({
  harness,
}) => {
  const { result, lines } = await runToEnd(
    harness,
    `import { cle } from './accept.js';
const started = Date.now();
console.log(cle(1));
await new Promise((resolve) => setTimeout(resolve, 2_500));
const waited = Date.now() - started;
console.log(waited >= 2_490 && waited < 10_000, Math.abs(performance.now() - waited) < 10_000, new Date().getFullYear() > 2024);
setTimeout(() => console.log('fini'), 20);`,
  );
  expect(lines).toEqual(['3: 2', '6: true true true', '7: fini']);
  expect(result).toEqual({ status: 'finished' });
});

test('a program that does not load, crashes, exits or loops says so', async ({ harness }) => {
  const results: string[] = [];
  for (const source of [
    'const = 1;',
    "import './absent.js';",
    "setTimeout(() => { throw new Error('trop tard'); }, 5);",
    'process.exit(3);',
    'setTimeout(() => { for (;;); }, 5);',
  ]) {
    const { result } = await runToEnd(harness, source);
    if (result.status === 'not-loaded') results.push(result.outcome.status);
    else results.push(result.status === 'ended' ? result.ending.reason : result.status);
  }
  expect(results).toEqual(['syntax', 'missing-import', 'crashed', 'exited', 'deadline']);
});

test('a program that listens runs until it is stopped', async ({ harness }) => {
  const ending = await harness.evaluate(async () => {
    const source = "import http from 'node:http'; http.createServer().listen(8080);";
    const { result, stop } = await window.harness.sandbox.runProgram({
      files: { 'a.js': source },
      modules: ['a.js'],
    });
    const early = await Promise.race([
      result,
      new Promise((resolve) => setTimeout(resolve, 600, 'still running')),
    ]);
    stop();
    return [early, await result];
  });
  expect(ending).toEqual(['still running', { status: 'ended', ending: { reason: 'disposed' } }]);
});

test('streams reach the program over its network port, beside the page’s own streams', async ({
  harness,
}) => {
  const answer = await harness.evaluate(async () => {
    const source = `import net from 'node:net';
      net.createServer((socket) => socket.on('data', (data) => socket.end(data.toString().toUpperCase()))).listen(7000);`;
    const options: ProgramOptions = { files: { 'a.js': source }, modules: ['a.js'] };
    await using program = await window.harness.sandbox.createProgram(options);
    await program.load();
    return await window.harness.askOverPort(program.takeNetworkPort(), 7000, 'bonjour');
  });
  expect(answer).toBe('BONJOUR');
});
