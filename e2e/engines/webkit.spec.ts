// WebKit's smoke: a step passes, a loop is killed, the Subject keeps its contract, and nothing leaves the sandbox.
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { SUBJECT_CONTRACT } from '../../src/grading/subject-contract.ts';
import { createTrameServer } from '../../src/server/trame-server.ts';
import { NETWORK_PROBES, probeProgram, probesOf } from '../isolation-probes.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { KEYS, WebKitSession } from './webkit-driver.ts';
import { findWebKit } from './webkit.ts';

type Shared = { webkit: WebKitSession; server: TestServer };

const test = base.extend<object, Shared>({
  webkit: [
    // Playwright reads the names of the fixtures used from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const found = findWebKit();
      if (found === null) throw new Error('No WebKit was found');
      await using session = await WebKitSession.open(found);
      await use(session);
    },
    { scope: 'worker' },
  ],
  server: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await using server = await startTestServer();
      await use(server);
    },
    { scope: 'worker' },
  ],
});

const DIST = process.env.TRAME_DIST ?? path.join(import.meta.dirname, '../../dist');

/** An address of this machine that is not the loopback's, where it has one: plain http there is not a secure context. */
const LAN_ADDRESS = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

const RIGHT = `import { createHash } from 'node:crypto';
export const calculerAccept = (cle) =>
createHash('sha1').update(cle.trim() + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');`;
const ENDLESS = 'export const calculerAccept = () => { for (;;); };';

/** Types `source` over what the editor holds, presses « Exécuter », and gives what the results say. */
async function run(webkit: WebKitSession, source: string): Promise<string> {
  // Watched from before the click: what does not load is judged before anybody could ask whether it runs.
  await webkit.evaluate(`const ready = () => document.querySelector('code-editor[data-ready]');
    while (!ready()) await new Promise(requestAnimationFrame);
    ready().shadowRoot.querySelector('.cm-content').focus();
    const results = document.querySelector('lab-results');
    window.graded = new Promise((resolve) => {
      new MutationObserver((records, observer) => {
        if (results.dataset.state !== 'graded') return;
        if (!records.some(({ oldValue }) => oldValue === 'running')) return;
        observer.disconnect();
        resolve();
      }).observe(results, { attributeFilter: ['data-state'], attributeOldValue: true });
    });`);
  await webkit.type('a', KEYS.Control);
  await webkit.type(KEYS.Backspace + source);
  await webkit.click('[data-run]');
  return (await webkit.evaluate(`await window.graded;
    return document.querySelector('lab-results').innerText;`)) as string;
}

test('step 1.3 passes when typed, a loop is killed, and the next run passes again', async ({
  webkit,
}) => {
  test.slow();
  const host = LAN_ADDRESS ?? '127.0.0.1';
  const site = createTrameServer({ dist: DIST });
  const { port } = await site.listen({ host, port: 0 });
  await webkit.goto(`http://${host}:${port}/labos/poignee-de-main/1-3/`);
  expect(await webkit.evaluate('return isSecureContext')).toBe(LAN_ADDRESS === undefined);
  expect(await run(webkit, RIGHT)).toContain('6 vérifications sur 6 réussies.');
  expect(await run(webkit, ENDLESS)).toMatch(/n’a (?:pas|rien) |boucle/);
  expect(await run(webkit, RIGHT)).toContain('6 vérifications sur 6 réussies.');
  const mistake = await run(webkit, 'export const calculerAccept = (cle) => [cle;');
  expect(mistake).toContain('n’est pas attendu ici');
  await site.close();
});

test('the worker Subject keeps its contract', async ({ webkit, server }) => {
  test.slow();
  await webkit.goto(server.origin);
  for (const { title } of SUBJECT_CONTRACT) {
    const broken = webkit.evaluate('await window.harness.keepContract(arguments[0])', title);
    await broken.catch((error: unknown) => {
      expect.soft(String(error), title).toBe('');
    });
  }
});

test('nothing leaves a worker, and the same probes are counted without the policy', async ({
  webkit,
  server,
}) => {
  await webkit.goto(server.origin);
  const program = probeProgram(probesOf(NETWORK_PROBES, 'worker'), {
    origin: server.origin,
    elsewhere: server.origin,
    udp: server.udpPort,
  });
  const runtime = `addEventListener('message', async ({ ports }) => { ports[0].postMessage(await ${program}); });`;
  const probe = async (page: string): Promise<readonly string[]> => {
    await webkit.evaluate('await window.harness.runInRealm(...arguments)', page, runtime);
    // A request of the page itself, after which all earlier ones have been counted.
    await webkit.evaluate("await (await fetch('/hit/fence')).text()");
    return server.takeHits().filter((name) => name !== 'fence');
  };
  expect(await probe('/sandbox/')).toEqual([]);
  expect((await probe('/no-policy/')).length).toBeGreaterThanOrEqual(10);
});
