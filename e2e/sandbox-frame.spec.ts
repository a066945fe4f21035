// The opaque frame itself: who may speak for it, what happens when it goes away, and where it still works.
import { expect, test } from './sandbox-test.ts';
import { whileChromiumIsOpen } from './solitary-browser.ts';

const SOUND = { files: { 'a.js': 'export const a = 1;' } };

test('a frame that navigates itself loses its port, its workers and its place', async ({
  harness,
}) => {
  await harness.evaluate(() => window.harness.sandbox.prepare());
  // Loaded before the frame goes: a load under way would reject instead.
  const subject = await harness.evaluateHandle(async (options) => {
    const created = await window.harness.sandbox.createSubject({
      ...options,
      modules: ['a.js'],
      seed: 1,
    });
    await created.load();
    return created;
  }, SOUND);
  const [, frame] = harness.frames();
  // The page that comes says that it is ready, as the first one did: it must not be believed.
  await frame!.evaluate("location.href = '/no-policy/';");
  expect(await subject.evaluate(({ ended }) => ended)).toEqual({ reason: 'memory' });
  await expect(harness.locator('iframe')).toHaveCount(0);
  const { load } = await harness.evaluate((options) => window.harness.attempt(options), SOUND);
  expect(load).toMatchObject({ status: 'loaded' });
});

test('nobody but the frame, on its first load, is given the runtime and a port', async ({
  harness,
}) => {
  // A frame that claims to be ready before, beside and after the real one, and notes what it is sent.
  await harness.evaluate(async () => {
    await window.harness.openFrame('/no-policy/');
    const impostor = document.querySelector('iframe')!;
    impostor.id = 'impostor';
  });
  const impostor = harness.frames().find((frame) => frame.url().endsWith('/no-policy/'))!;
  await impostor.evaluate(
    "globalThis.heard = 0; addEventListener('message', () => { heard += 1; }); setInterval(() => parent.postMessage('trame:frame-ready', '*'), 1);",
  );
  const { load } = await harness.evaluate((options) => window.harness.attempt(options), SOUND);
  expect(load).toMatchObject({ status: 'loaded' });
  const real = harness.frames().find((frame) => frame.url().endsWith('/sandbox/'))!;
  await real.evaluate("parent.postMessage('trame:frame-ready', '*')");
  await harness.evaluate((options) => window.harness.attempt(options), SOUND);
  expect(await impostor.evaluate('heard')).toBe(0);
});

test('the frame obeys its parent’s port only', async ({ harness }) => {
  await harness.evaluate(() => window.harness.sandbox.prepare());
  const workersBefore = harness.workers().length;
  await harness.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => undefined;
    const frame = document.querySelector('iframe')!.contentWindow!;
    // A second boot, from the parent's own window, is one too many as well.
    frame.postMessage({ type: 'trame:frame-boot', runtime: 'for (;;);' }, '*', [port2]);
    port1.postMessage({ type: 'spawn', worker: 1 });
  });
  const { load } = await harness.evaluate((options) => window.harness.attempt(options), SOUND);
  expect(load).toMatchObject({ status: 'loaded' });
  expect(workersBefore).toBe(1);
});

test('a frame whose process dies of memory is replaced, and the page says why', async ({
  server,
}) => {
  // The page acts by itself (`harness/page.ts`); the heap is small, so that the machine does not suffer.
  const flags = ['--js-flags=--max-heap-size=64'];
  await whileChromiumIsOpen(`${server.origin}/#memory-bomb`, flags, async () => {
    await expect.poll(() => server.reports, { timeout: 20_000 }).toHaveLength(1);
  });
  expect(server.reports.splice(0)).toEqual(['memory, then loaded']);
});

test('a program that takes the frame along ends none of those that are still starting', async ({
  harness,
}) => {
  const result = await harness.evaluate(async (options) => {
    const ticking = new Set<() => void>();
    const sandbox = window.harness.createSandbox({
      document,
      runtime: async () => (await fetch('/guest.js')).text(),
      ticks: (_milliseconds, tick) => {
        ticking.add(tick);
        return () => ticking.delete(tick);
      },
    });
    const create = () => sandbox.createSubject({ ...options, modules: ['a.js'], seed: 1 });
    const first = await create();
    await first.load();
    // One has the spare, the other boots its own: as far as they come before the frame can answer.
    const starting = [create(), create()];
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    // More silences than a living frame is granted.
    for (let silence = 0; silence < 10; silence += 1) for (const tick of [...ticking]) tick();
    const loads = await Promise.all(
      starting.map(async (subject) => (await (await subject).load()).status),
    );
    const ending = await first.ended;
    sandbox.dispose();
    return { ending, loads };
  }, SOUND);
  expect(result).toEqual({ ending: { reason: 'memory' }, loads: ['loaded', 'loaded'] });
});

test('keeps nothing of what has ended, for as long as the frame lives', async ({ harness }) => {
  const chromium = await harness.context().newCDPSession(harness);
  // Held by nobody but the sandbox, if it does.
  const weakly = await harness.evaluateHandle(async (options) => {
    const seen: WeakRef<object>[] = [];
    for (let count = 0; count < 5; count += 1) {
      await using subject = await window.harness.sandbox.createSubject({
        ...options,
        modules: ['a.js'],
        seed: 1,
      });
      await subject.load();
      seen.push(new WeakRef(subject));
    }
    return seen;
  }, SOUND);
  const left = async () => {
    await chromium.send('HeapProfiler.collectGarbage');
    return weakly.evaluate(
      (seen) => seen.filter((subject) => subject.deref() !== undefined).length,
    );
  };
  await expect.poll(left, { timeout: 10_000 }).toBe(0);
  await expect(harness.locator('iframe')).toHaveCount(1);
});

test('works where the context is not secure, as on a classroom’s network', async ({
  page,
  server,
}) => {
  await page.goto(server.origin.replace('127.0.0.1', 'labo.test'));
  await page.waitForFunction(() => 'harness' in window);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const { load, console } = await page.evaluate(() =>
    window.harness.attempt({
      files: {
        'a.js': [
          "import { createHash } from 'node:crypto';",
          "const empreinte = await crypto.subtle.digest('SHA-1', new TextEncoder().encode('abc'));",
          "console.log(createHash('sha1').update('abc').digest('hex') === Buffer.from(empreinte).toString('hex'));",
        ].join('\n'),
      },
    }),
  );
  expect(load).toMatchObject({ status: 'loaded' });
  expect(console.map(({ text }) => text)).toEqual(['true']);
});

test('says so when the sandbox’s page is not there, and tries again afterwards', async ({
  harness,
}) => {
  const outcomes = await harness.evaluate(async (options) => {
    let isBroken = true;
    const sandbox = window.harness.createSandbox({
      document,
      runtime: async () => {
        if (isBroken) throw new Error('no server');
        return (await fetch('/guest.js')).text();
      },
    });
    const absent = window.harness.createSandbox({
      document,
      pageUrl: '/nowhere/',
      patience: 300,
      runtime: () => Promise.resolve(''),
    });
    const said = (promise: Promise<unknown>) =>
      promise.then(
        () => 'fine',
        (error: unknown) => (error instanceof Error ? error.name : ''),
      );
    const broken = await said(sandbox.prepare());
    isBroken = false;
    const mended = await said(sandbox.prepare());
    const nowhere = await said(absent.createSubject({ ...options, modules: ['a.js'], seed: 1 }));
    sandbox.dispose();
    absent.dispose();
    return { broken, mended, nowhere, frames: document.querySelectorAll('iframe').length };
  }, SOUND);
  expect(outcomes).toEqual({
    broken: 'Error',
    mended: 'fine',
    nowhere: 'FrameUnavailable',
    frames: 0,
  });
});
