// Nothing leaves the sandbox but through its port: every way out is tried, from the worker and from the frame.
import type { Frame, Page } from '@playwright/test';
import {
  LOCAL_PROBES,
  NETWORK_PROBES,
  probeProgram,
  probesOf,
  type ProbeAddresses,
} from './isolation-probes.ts';
import { expect, test } from './sandbox-test.ts';
import { startTestServer, type TestServer } from './server.ts';

type Results = Readonly<Record<string, string>>;

/**
 * Firefox now and then stops a worker's thread for good while it starts another worker on a starved machine: its timers
 * and its port fall silent, with and without a policy. Each of these has a worker of its own.
 */
const STARTING_WORKERS = ['worker-http', 'nested-worker-fetch', 'nested-worker-import'];

/** Milliseconds for one probe alone: eight times what it has, and a worker's start. */
const LONGEST_PROBE = 5_000;

/** Runs the probes as the script of a worker, with everything a browser gives to workers. */
async function probeWorker(
  page: Page,
  pageUrl: string,
  names: readonly string[],
  to: ProbeAddresses,
): Promise<Results> {
  const together = names.filter((name) => !STARTING_WORKERS.includes(name));
  const results = { ...(await runInWorker(page, pageUrl, probeProgram(together, to))) };
  for (const name of names.filter((each) => STARTING_WORKERS.includes(each))) {
    const alone = runInWorker(page, pageUrl, probeProgram([name], to));
    // One that stopped is rejected when its page closes.
    alone.catch(() => undefined);
    const silence = page.evaluate(
      (longest) => new Promise<null>((resolve) => setTimeout(resolve, longest, null)),
      LONGEST_PROBE,
    );
    // What counts is what the servers saw: a thread that stopped has reached nothing.
    Object.assign(results, (await Promise.race([alone, silence])) ?? { [name]: 'shut: stopped' });
  }
  return results;
}

async function runInWorker(page: Page, pageUrl: string, program: string): Promise<Results> {
  const runtime = `addEventListener('message', async ({ ports }) => { ports[0].postMessage(await ${program}); });`;
  return (await page.evaluate(
    ([url, text]) => window.harness.runInRealm(url ?? '', text ?? ''),
    [pageUrl, runtime],
  )) as Results;
}

/** Runs the probes in the frame's own realm, from a task of its own: `evaluate` itself is exempt from the policy. */
async function probeFrame(frame: Frame, program: string): Promise<Results> {
  return frame.evaluate(
    `new Promise((resolve) => { setTimeout(async () => resolve(await ${program}), 0); })`,
  );
}

/** A request of the page itself, after which all earlier ones of this browser have been counted. */
async function takeHits(page: Page, ...servers: readonly TestServer[]): Promise<readonly string[]> {
  await page.evaluate(async () => (await fetch('/hit/fence')).text());
  return servers.flatMap((server) => server.takeHits()).filter((name) => name !== 'fence');
}

function addresses(server: TestServer, elsewhere: TestServer): ProbeAddresses {
  return { origin: server.origin, elsewhere: elsewhere.origin, udp: server.udpPort };
}

function expectShut(results: Results, names: readonly string[], hits: readonly string[]): void {
  for (const name of names) {
    expect.soft(hits, `${name} reached the server`).not.toContain(name);
    expect.soft(results[name], `${name} was tried`).toBeDefined();
    if (name in LOCAL_PROBES) expect.soft(results[name], name).toMatch(/^shut/);
  }
}

const workerProbes = [...probesOf(NETWORK_PROBES, 'worker'), ...probesOf(LOCAL_PROBES, 'worker')];
/** These end the document in which they run, when they work: each has a frame of its own. */
const NAVIGATIONS = [
  'anchor-download-elsewhere',
  'anchor-top',
  'form-post',
  'meta-refresh-elsewhere',
  'parent-navigation',
  'self-navigation-elsewhere',
  'top-navigation',
];
const frameProbes = [
  ...probesOf(NETWORK_PROBES, 'frame'),
  ...probesOf(LOCAL_PROBES, 'frame'),
].filter((name) => !NAVIGATIONS.includes(name));

/** Playwright gives each evaluation a user's activation over BiDi, and Firefox asks no more of who writes there. */
const GRANTED_BY_THE_DRIVER: Readonly<Record<string, readonly string[]>> = {
  firefox: ['clipboard'],
};

for (const pageUrl of ['/sandbox/', '/meta-only/']) {
  test(`nothing leaves a worker of ${pageUrl}`, async ({ harness, server }) => {
    test.slow();
    await using elsewhere = await startTestServer();
    const to = addresses(server, elsewhere);
    const results = await probeWorker(harness, pageUrl, workerProbes, to);
    expectShut(results, workerProbes, await takeHits(harness, server, elsewhere));
  });

  test(`nothing leaves the frame of ${pageUrl}`, async ({ harness, server, browserName }) => {
    test.slow();
    await using elsewhere = await startTestServer();
    await harness.evaluate((url) => window.harness.openFrame(url), pageUrl);
    const [, frame] = harness.frames();
    const granted = GRANTED_BY_THE_DRIVER[browserName] ?? [];
    const names = frameProbes.filter((name) => !granted.includes(name));
    const program = probeProgram(names, addresses(server, elsewhere));
    const results = await probeFrame(frame!, program);
    expectShut(results, names, await takeHits(harness, server, elsewhere));
  });
}

for (const name of NAVIGATIONS) {
  test(`the frame cannot take anybody away: ${name}`, async ({ harness, server }) => {
    await using elsewhere = await startTestServer();
    await harness.evaluate(() => window.harness.openFrame('/sandbox/'));
    const [, frame] = harness.frames();
    // The document may go before it answers: what counts is what the servers saw.
    await probeFrame(frame!, probeProgram([name], addresses(server, elsewhere))).catch(
      () => undefined,
    );
    expect(await takeHits(harness, server, elsewhere)).toEqual([]);
    expect(harness.url()).toBe(`${server.origin}/`);
  });
}

test('student code finds the doors closed, and reaches nothing', async ({ harness, server }) => {
  const program = probeProgram(workerProbes, addresses(server, server));
  const { load, ending, console } = await harness.evaluate((text) => {
    const source = `setImmediate(async () => console.log(JSON.stringify(await ${text})));
      await new Promise((resolve) => { globalThis.setTimeout = setImmediate; setImmediate(resolve); });
      for (let turn = 0; turn < 20_000; turn += 1) await new Promise((resolve) => setImmediate(resolve));`;
    return window.harness.attempt({ files: { 'a.js': source }, deadline: 20_000 });
  }, program);
  expect(ending).toBeNull();
  expect(load).toMatchObject({ status: 'loaded' });
  const results = JSON.parse(console[0]?.text ?? '{}') as Results;
  expectShut(results, workerProbes, await takeHits(harness, server));
});

test('without the policy the same probes are counted', async ({ harness, server }) => {
  test.slow();
  await using elsewhere = await startTestServer();
  await probeWorker(harness, '/no-policy/', workerProbes, addresses(server, elsewhere));
  const fromWorker = await takeHits(harness, server);
  await harness.evaluate((url) => window.harness.openFrame(url), '/no-policy/');
  const frame = harness.frames().at(-1);
  await probeFrame(frame!, probeProgram(frameProbes, addresses(server, elsewhere)));
  const fromFrame = await takeHits(harness, server);
  test.info().annotations.push({ type: 'control', description: `worker: ${fromWorker.join(' ')}` });
  test.info().annotations.push({ type: 'control', description: `frame: ${fromFrame.join(' ')}` });
  expect(fromWorker).toEqual(
    expect.arrayContaining([
      'fetch',
      'fetch-no-cors',
      'xhr',
      'xhr-sync',
      'websocket',
      'import-scripts',
    ]),
  );
  expect(fromWorker.length).toBeGreaterThanOrEqual(10);
  expect(fromFrame).toEqual(
    expect.arrayContaining(['fetch', 'image', 'css', 'script', 'prefetch', 'iframe', 'websocket']),
  );
  expect(fromFrame.length).toBeGreaterThanOrEqual(25);
});
