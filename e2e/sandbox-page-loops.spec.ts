// A student's page that never ends: the lab beside it lives, the page is stopped in time, and the lab says so in French.
import type { Page } from '@playwright/test';
import { ENDLESS, STORMS } from './loop-programs.ts';
import { expect, test } from './sandbox-test.ts';
import { startTestServer } from './server.ts';

/**
 * Milliseconds without a beat that the lab may show: where the page shares its thread, the guard's own second, then what
 * the engine does with what it leaves, on a loaded machine. What is measured is printed.
 */
const STALL_BOUND = 4_000;

/** Real milliseconds after which a page that was not stopped is taken to be out of control. */
const PATIENCE = 8_000;

type Outcome = { readonly ending: string; readonly sentence: string; readonly stall: number };

/** Shows a page whose one module is `source`, until it ends or the patience does; then a sound page. */
async function show(page: Page, source: string): Promise<Outcome & { readonly next: string }> {
  return page.evaluate(
    async ({ text, patience }) => {
      const longestStall = window.harness.watch();
      const shown = await window.harness.mount({ files: { 'a.js': text }, module: 'a.js' });
      const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
      const ending = await Promise.race([shown.ended, late]);
      await shown.dispose();
      const stall = longestStall();
      const sound = await window.harness.mount({ files: { 'b.js': '' }, module: 'b.js' });
      const next = (await sound.loaded)?.status ?? 'ended';
      await sound.dispose();
      const sentence = ending === null ? '' : window.harness.sentenceOf(ending);
      return { ending: ending?.reason ?? 'none', sentence, stall, next };
    },
    { text: source, patience: PATIENCE },
  );
}

function expectRecovery({ stall, next }: { readonly stall: number; readonly next: string }): void {
  test.info().annotations.push({ type: 'longest stall', description: `${stall} ms` });
  expect(next).toBe('loaded');
  expect(stall).toBeLessThan(STALL_BOUND);
}

for (const [name, source] of Object.entries(ENDLESS)) {
  test(`stops a page in an endless loop: ${name}`, async ({ sharedHarness }) => {
    const result = await show(sharedHarness, source);
    expect(result.ending).toBe('deadline');
    expect(result.sentence).toMatch(/^Votre code ne répond plus\s: il a été arrêté après 1\ss\.$/);
    expectRecovery(result);
  });
}

test('a recursion without end is an exception, and a page may catch it', async ({
  sharedHarness,
}) => {
  const { status, said } = await sharedHarness.evaluate(async () => {
    const lines: string[] = [];
    const files = {
      'a.js':
        'const f = () => f() + 1;\ntry { f(); } catch (error) { console.log(error.name); }\nf();',
    };
    const page = await window.harness.mount({
      files,
      module: 'a.js',
      onConsole: (printed) => {
        lines.push(...printed.map(({ text }) => text));
      },
    });
    const loaded = await page.loaded;
    await page.dispose();
    return { status: loaded?.status, said: lines };
  });
  expect(status).toBe('thrown');
  // SpiderMonkey has a class of its own for it.
  expect(said.join()).toMatch(/^(?:Range|Internal)Error$/);
});

for (const [name, source] of Object.entries(STORMS)) {
  test(`lives beside a page that never rests: ${name}`, async ({ sharedHarness }) => {
    const { beats, ...result } = await sharedHarness.evaluate(async (text) => {
      const longestStall = window.harness.watch();
      const shown = await window.harness.mount({ files: { 'a.js': text }, module: 'a.js' });
      await shown.loaded;
      // Thirty of the lab's own timers, while the storm lasts.
      let beats = 0;
      while (beats < 30) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        beats += 1;
      }
      await shown.dispose();
      const stall = longestStall();
      const sound = await window.harness.mount({ files: { 'b.js': '' }, module: 'b.js' });
      const next = (await sound.loaded)?.status ?? 'ended';
      await sound.dispose();
      return { beats, stall, next };
    }, source);
    expect(beats).toBe(30);
    expectRecovery(result);
  });
}

/** A regular expression that backtracks for some seconds, and in which no guard can be called. */
const NATIVE = "/^(a+)+$/.test('a'.repeat(29) + 'b');";

test('a regular expression without end is stopped where the frame has another site, hence a thread of its own', async ({
  page,
  server,
}) => {
  await using elsewhere = await startTestServer();
  await page.goto(`${server.origin}/any-frame/`);
  await page.waitForFunction(() => 'harness' in window);
  const { ending, stall } = await page.evaluate(
    async ({ pageUrl, source }) => {
      const sandbox = window.harness.createSandbox({
        document,
        holds: 'pages',
        pageUrl,
        runtime: async () => (await fetch('/sandbox/page/runtime.js')).text(),
      });
      await sandbox.prepare();
      const longestStall = window.harness.watch();
      const files = { 'a.js': source };
      await using subject = await sandbox.createSubject({
        files,
        modules: ['a.js'],
        seed: 1,
        deadline: 1_000,
      });
      subject.load().catch(() => undefined);
      const { reason } = await subject.ended;
      const stall = longestStall();
      sandbox.dispose();
      return { ending: reason, stall };
    },
    {
      // The same machine by another name; another port alone would be the same site, and the same process.
      pageUrl: `${elsewhere.origin.replace('127.0.0.1', 'localhost')}/any-parent/sandbox/page/`,
      source: NATIVE,
    },
  );
  expect(ending).toBe('deadline');
  test.info().annotations.push({ type: 'longest stall', description: `${stall} ms` });
  expect(stall).toBeLessThan(STALL_BOUND);
});

test('a regular expression without end costs a Chromium its frame, and no more', async ({
  sharedHarness,
}) => {
  const result = await sharedHarness.evaluate(async (source) => {
    const longestStall = window.harness.watch();
    const { ending } = await window.harness.attempt({
      files: { 'a.js': source },
      realm: 'page',
      deadline: 600,
    });
    const stall = longestStall();
    const { load } = await window.harness.attempt({ files: { 'b.js': '' }, realm: 'page' });
    return { ending: ending?.reason, stall, next: load?.status ?? 'ended' };
  }, NATIVE);
  expect(result.ending).toBe('deadline');
  expectRecovery(result);
});
