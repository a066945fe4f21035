// Nothing leaves a student's page but by its streams: every way out of a document is tried, as bare as the browser gives it and as a student finds it.
import type { Browser, Page } from '@playwright/test';
import {
  DOCUMENT_LOCAL_PROBES,
  DOCUMENT_NAVIGATIONS,
  DOCUMENT_NETWORK_PROBES,
} from './document-probes.ts';
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

const ALL = {
  ...NETWORK_PROBES,
  ...LOCAL_PROBES,
  ...DOCUMENT_NETWORK_PROBES,
  ...DOCUMENT_LOCAL_PROBES,
  ...DOCUMENT_NAVIGATIONS,
};

/** These end the document in which they run, when they work: each has a page of its own. */
const NAVIGATIONS = [
  ...Object.keys(DOCUMENT_NAVIGATIONS),
  'anchor-download',
  'anchor-download-elsewhere',
  'anchor-ping',
  'anchor-top',
  'form-post',
  'meta-refresh-elsewhere',
  'parent-navigation',
  'self-navigation-elsewhere',
  'top-navigation',
];

/** At work where connections are forbidden, it costs Chromium's frame its process: only the student's page tries it. */
const WEB_RTC = ['WebRTC', 'RTC certificate'];

/** What a document has. */
const PROBES = [
  ...probesOf(NETWORK_PROBES, 'frame'),
  ...Object.keys(DOCUMENT_NETWORK_PROBES),
  ...probesOf(LOCAL_PROBES, 'frame'),
  ...Object.keys(DOCUMENT_LOCAL_PROBES),
].filter((name) => ![...NAVIGATIONS, ...WEB_RTC].includes(name));
const STUDENT_PROBES = [...PROBES, ...WEB_RTC, 'udp'];

/** A request of the page itself, after which all earlier ones of this browser have been counted. */
async function takeHits(page: Page, ...servers: readonly TestServer[]): Promise<readonly string[]> {
  await page.evaluate(async () => (await fetch('/hit/fence')).text());
  return servers.flatMap((server) => server.takeHits()).filter((name) => name !== 'fence');
}

/** Chromium 150 connects to where a refused frame would have gone, and asks nothing there; 156 does not, nor Firefox. */
const FIRST_CHROMIUM_THAT_WAITS = 156;

function expectNoConnection(elsewhere: TestServer, browser: Browser): void {
  const isChromium = browser.browserType().name() === 'chromium';
  if (isChromium && Number.parseInt(browser.version()) < FIRST_CHROMIUM_THAT_WAITS) return;
  expect(elsewhere.connections()).toBe(0);
}

function addresses(server: TestServer, elsewhere: TestServer): ProbeAddresses {
  return { origin: server.origin, elsewhere: elsewhere.origin, udp: server.udpPort };
}

/** Runs the probes as the very first script of an inner frame, in place of our runtime. */
async function probeBare(page: Page, pageUrl: string, program: string): Promise<Results> {
  const runtime = `addEventListener('message', async ({ ports }) => { if (ports.length > 0) ports[0].postMessage(await ${program}); });`;
  return (await page.evaluate(
    ([url, text]) => window.harness.runInRealm(url ?? '', text ?? '', 'pages'),
    [pageUrl, runtime],
  )) as Results;
}

/** Runs the probes as a student's module, in real time. */
async function probeAsStudent(page: Page, program: string): Promise<Results> {
  const { load, ending, console } = await page.evaluate(
    (text) =>
      window.harness.attempt({
        files: { 'a.js': `console.log(JSON.stringify(await ${text}));` },
        realm: 'page',
        time: 'real',
      }),
    program,
  );
  expect(ending).toBeNull();
  expect(load).toMatchObject({ status: 'loaded' });
  return JSON.parse(console.at(-1)?.text ?? '{}') as Results;
}

test('nothing leaves a document of the page frame, whatever the browser gives it', async ({
  harness,
  server,
}) => {
  await using elsewhere = await startTestServer();
  const program = probeProgram(PROBES, addresses(server, elsewhere), ALL, { atOnce: true });
  const results = await probeBare(harness, '/sandbox/page/', program);
  expect(await takeHits(harness, server, elsewhere)).toEqual([]);
  expect(Object.keys(results).sort()).toEqual([...PROBES].sort());
});

test('a student’s page finds the doors closed, and reaches nothing', async ({
  harness,
  server,
  browser,
}) => {
  await using elsewhere = await startTestServer();
  const program = probeProgram(STUDENT_PROBES, addresses(server, elsewhere), ALL, { atOnce: true });
  const results = await probeAsStudent(harness, program);
  expect(await takeHits(harness, server, elsewhere)).toEqual([]);
  expectNoConnection(elsewhere, browser);
  for (const name of STUDENT_PROBES) {
    expect.soft(results[name], `${name} was tried`).toBeDefined();
    if (name in LOCAL_PROBES || name in DOCUMENT_LOCAL_PROBES)
      expect.soft(results[name], name).toMatch(/^shut/);
  }
});

test('without the policy the same probes are counted', async ({ harness, server }) => {
  await using elsewhere = await startTestServer();
  // The frame goes with its last probe: on a busy machine, what Firefox holds back for want of connections went with it.
  const options = { atOnce: true, silence: 5_000 };
  const program = probeProgram(PROBES, addresses(server, elsewhere), ALL, options);
  await probeBare(harness, '/no-policy/page/', program);
  const hits = await takeHits(harness, server, elsewhere);
  test.info().annotations.push({ type: 'control', description: hits.join(' ') });
  expect(hits).toEqual(
    expect.arrayContaining(['fetch', 'image', 'css', 'xhr', 'iframe', 'websocket', 'beacon']),
  );
  expect(hits.length).toBeGreaterThanOrEqual(40);
});

test('a student’s page cannot take anybody away, and one that tries is gone', async ({
  harness,
  server,
  browser,
  browserName,
}) => {
  await using elsewhere = await startTestServer();
  // Somewhere to go back to.
  await harness.goto(`${server.origin}/hit/before`);
  await harness.goto(server.origin);
  await harness.waitForFunction(() => 'harness' in window);
  await takeHits(harness, server);
  const programs = NAVIGATIONS.map((name) => [
    name,
    probeProgram([name], addresses(server, elsewhere), ALL),
  ]);
  const outcomes = await harness.evaluate(async (list) => {
    const outcomeOf = async ([name, program]: readonly (string | undefined)[]) => {
      const said = Promise.withResolvers<string>();
      const page = await window.harness.mount({
        files: { 'a.js': `console.log(JSON.stringify(await ${program ?? ''}));` },
        module: 'a.js',
        onConsole: (lines) => {
          said.resolve(lines.map(({ text }) => text).join());
        },
      });
      const outcome = await Promise.race([said.promise, page.ended.then(({ reason }) => reason)]);
      return { name, page, outcome };
    };
    const ended: Awaited<ReturnType<typeof outcomeOf>>[] = [];
    // A few at a time: each is a process to start.
    for (let first = 0; first < list.length; first += 6) {
      ended.push(...(await Promise.all(list.slice(first, first + 6).map(outcomeOf))));
    }
    for (const { page } of ended) await page.dispose();
    return ended.map(({ name, outcome }) => [name, outcome]);
  }, programs);
  // Chromium puts a page of its own in place of one that is refused; Firefox leaves the student's where it is.
  const left = outcomes.flatMap(([name, outcome]) => (outcome === 'left' ? [name] : []));
  if (browserName === 'chromium') expect(left).toContain('location-assign');
  expect(await takeHits(harness, server, elsewhere)).toEqual([]);
  expectNoConnection(elsewhere, browser);
  expect(harness.url()).toBe(`${server.origin}/`);
});

/** The text of the only script that the policy knows: it is public. */
async function bootScript(server: TestServer): Promise<string> {
  const html = await (await fetch(`${server.origin}/sandbox/page/`)).text();
  return /<script>(.*)<\/script>/s.exec(html)?.[1] ?? '';
}

test('a page cannot have our own boot script bring code into a frame of its own', async ({
  harness,
  server,
}) => {
  const boot = await bootScript(server);
  expect(boot).not.toBe('');
  const heard = await harness.evaluate(async (script) => {
    const said: unknown[] = [];
    addEventListener('message', ({ data }) => said.push(data));
    const source = `
      const { port1, port2 } = new MessageChannel();
      const inner = document.createElement('iframe');
      inner.srcdoc = '<!doctype html><script>' + ${JSON.stringify(script)} + '</' + 'script>';
      document.body.append(inner);
      await new Promise((resolve) => inner.addEventListener('load', resolve));
      inner.contentWindow.postMessage({ runtime: 'top.postMessage("unwatched", "*");' }, '*', [port2]);
      // A frame may talk to the lab: this one does so last.
      const last = document.createElement('iframe');
      last.srcdoc = '<p>fini</p>';
      document.body.append(last);
      await new Promise((resolve) => last.addEventListener('load', resolve));
      await new Promise((resolve) => setTimeout(resolve, 100));
      top.postMessage('fence', '*');`;
    const { load } = await window.harness.attempt({
      files: { 'a.js': source },
      realm: 'page',
      time: 'real',
    });
    return { load: load?.status, said };
  }, boot);
  expect(heard.load).toBe('loaded');
  expect(heard.said).toContain('fence');
  expect(heard.said).not.toContain('unwatched');
});
