// Who gets which code: claims, cuts, returns, forgeries, and the ways in which a tab stops being online.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIVE_CLOSE, TAB_GIVES_UP } from '../../live/index.ts';
import {
  closed,
  connectTo,
  exchange,
  handshake,
  isAlive,
  openEcho,
  readToEnd,
  serveSite,
  statusOf,
} from '../server.fixture.ts';
import { drawHolding } from './holding.ts';
import {
  ACCEPTED,
  closeCodeOf,
  echoes,
  echoing,
  goOnline,
  openTabSocket,
  openVisit,
  read,
  visit,
} from './live.fixture.ts';

const resume = (code: string, secret: string) =>
  JSON.stringify({ type: 'claim', resume: { code, secret } });

test('each tab gets a code of its own, and is told how it is reached', async () => {
  await using site = await serveSite();
  await using first = await goOnline(site);
  await using second = await goOnline(site);
  expect(first.code).toMatch(/^[a-z2-7]{16}$/);
  expect(second.code).not.toBe(first.code);
  expect(first.claimed).toMatchObject({
    origins: [],
    loopbackOnly: true,
    restart: `npm start -- --host 0.0.0.0 --port ${site.port}`,
  });
});

test.each([
  ['no origin', null],
  ['an opaque origin', 'null'],
  ['another site', 'http://example.com'],
])('%s may not go online', async (_what, origin) => {
  await using site = await serveSite();
  const request = handshake(site, { Origin: origin }, '/ws/live');
  expect(statusOf(await exchange(site, request))).toBe('403');
});

test.each([
  ['words', 'hello'],
  ['a binary message', Buffer.from('{"type":"claim"}')],
  ['the server’s own message', '{"type":"claimed"}'],
  ['a code that is none', resume('../../etc/passwd', 'x'.repeat(43))],
])('%s is no claim', async (_what, message) => {
  await using site = await serveSite();
  const client = await openTabSocket(site);
  client.send(message);
  expect(await closeCodeOf(client)).toBe(LIVE_CLOSE.BAD_CLAIM);
});

test('a tab that claims nothing is closed in time', async () => {
  await using site = await serveSite({ live: { claimTimeout: 20 } });
  expect(await closeCodeOf(await openTabSocket(site))).toBe(LIVE_CLOSE.BAD_CLAIM);
});

test('text after the claim closes the tab, and ends its visitors', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, echoing);
  const visitor = await openVisit(site, tab.code);
  tab.client.send('{"type":"claim"}');
  expect(await closeCodeOf(tab.client)).toBe(LIVE_CLOSE.BAD_CLAIM);
  await readToEnd(visitor);
});

test.each([
  [
    'was cut',
    (client: WebSocket): void => {
      client.terminate();
    },
  ],
  [
    'gave a silent relay up',
    (client: WebSocket): void => {
      client.close(TAB_GIVES_UP);
    },
  ],
])(
  'a tab that %s gets its code back, and visitors are asked to wait meanwhile',
  async (_how, end) => {
    await using site = await serveSite();
    const { client, code, claimed } = await goOnline(site, echoing);
    const visitor = await openVisit(site, code);
    end(client);
    expect(await readToEnd(visitor)).toHaveLength(0);
    const waiting = await exchange(site, handshake(site, {}, `/live/${code}/`));
    expect(statusOf(waiting)).toBe('503');
    expect(waiting).toContain('Retry-After: 2\r\n');
    await using back = await goOnline(site, echoing, claimed);
    expect(back.code).toBe(code);
    expect(await echoes(await openVisit(site, code), 'again')).toBe(true);
  },
);

test('a code is kept for a while only, and not at all for a tab that goes by itself', async () => {
  await using site = await serveSite({ live: { keepTimeout: 1 } });
  const cut = await goOnline(site);
  const visitor = await visit(site, cut.code);
  cut.client.terminate();
  await closed(visitor.resume());
  let status = '503';
  while (status === '503') {
    status = statusOf(await exchange(site, handshake(site, {}, `/live/${cut.code}/`)));
  }
  expect(status).toBe('404');

  await using patient = await serveSite();
  const leaving = await goOnline(patient);
  leaving.client.close();
  await once(leaving.client, 'close');
  expect(statusOf(await exchange(patient, handshake(patient, {}, `/live/${leaving.code}/`)))).toBe(
    '404',
  );
});

test('the secret gives the code back even from a server that was restarted', async () => {
  const before = await serveSite();
  const { claimed } = await goOnline(before);
  await before[Symbol.asyncDispose]();
  await using after = await serveSite();
  await using tab = await goOnline(after, echoing, claimed);
  expect(tab.code).toBe(claimed.code);
});

test('a forged claim is refused alike whether the code is held or unknown, and harms nobody', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, echoing);
  const visitor = await openVisit(site, tab.code);
  for (const code of [tab.code, drawHolding().code]) {
    const forger = await openTabSocket(site);
    forger.send(resume(code, drawHolding().secret));
    expect(await closeCodeOf(forger)).toBe(LIVE_CLOSE.WRONG_SECRET);
  }
  expect(await echoes(visitor, 'still here')).toBe(true);
  expect(tab.client.readyState).toBe(WebSocket.OPEN);
  visitor.destroy();
});

test('another tab with the same secret takes the code over', async () => {
  await using site = await serveSite();
  const first = await goOnline(site, echoing);
  const visitor = await openVisit(site, first.code);
  const replaced = closeCodeOf(first.client);
  await using second = await goOnline(site, echoing, first.claimed);
  expect(await replaced).toBe(LIVE_CLOSE.REPLACED);
  expect(await readToEnd(visitor)).toHaveLength(0);
  const next = await openVisit(site, second.code);
  expect(await echoes(next, 'taken over')).toBe(true);
  expect(first.connections).toHaveLength(1);
});

test('one tab too many is told so; a tab that replaces itself is not one too many', async () => {
  await using site = await serveSite({ live: { maxTabs: 1 } });
  const first = await goOnline(site);
  const late = await openTabSocket(site);
  late.send('{"type":"claim"}');
  expect(await closeCodeOf(late)).toBe(LIVE_CLOSE.TOO_MANY_TABS);
  const second = await goOnline(site, echoing, first.claimed);
  second.client.close();
  await once(second.client, 'close');
  await using third = await goOnline(site);
  expect(third.code).not.toBe(first.code);
});

test('an address that claims again and again has to wait', async () => {
  await using site = await serveSite({ live: { claimsPerMinute: 2 } });
  await using first = await goOnline(site);
  await using second = await goOnline(site);
  expect(second.code).not.toBe(first.code);
  const third = await openTabSocket(site);
  third.send('{"type":"claim"}');
  expect(await closeCodeOf(third)).toBe(LIVE_CLOSE.TOO_MANY_CLAIMS);
});

test('a tab that nobody visits is closed in time, and not while somebody does', async () => {
  await using site = await serveSite({ live: { tabIdleTimeout: 300 } });
  await using tab = await goOnline(site, echoing);
  const visitor = await openVisit(site, tab.code);
  await using other = await goOnline(site);
  expect(await closeCodeOf(other.client)).toBe(LIVE_CLOSE.IDLE);
  expect(await echoes(visitor, 'here')).toBe(true);
  visitor.destroy();
  expect(await closeCodeOf(tab.client)).toBe(LIVE_CLOSE.IDLE);
  expect(statusOf(await exchange(site, handshake(site, {}, `/live/${tab.code}/`)))).toBe('404');
});

test('a tab that answers no ping is cut, and its visitors with it', async () => {
  await using site = await serveSite({ live: { heartbeat: 100 } });
  await using tab = await goOnline(site, echoing);
  const visitor = await openVisit(site, tab.code);
  tab.client.pause();
  expect(await readToEnd(visitor)).toHaveLength(0);
});

test('a server that stops says 1001 to tabs, ends visitors at once, and is done in time', async () => {
  await using site = await serveSite({ closeGrace: 60_000 });
  await using tab = await goOnline(site, echoing);
  const visitors = await Promise.all([openVisit(site, tab.code), openVisit(site, tab.code)]);
  await using slow = await goOnline(site);
  const asking = await visit(site, slow.code);
  await slow.connections.take();
  const ends = [...visitors, asking].map(readToEnd);
  const closeCode = closeCodeOf(tab.client);
  await site.server.close();
  expect(await closeCode).toBe(LIVE_CLOSE.STOPPING);
  const [first, second, answer] = await Promise.all(ends);
  expect([first, second]).toEqual([Buffer.alloc(0), Buffer.alloc(0)]);
  expect(statusOf(answer!.toString())).toBe('503');
});

test('a server that stops waits neither for a tab that no longer reads nor for a visitor that does not leave', async () => {
  await using site = await serveSite({ closeGrace: 30 });
  await using tab = await goOnline(site, echoing);
  const visitor = await openVisit(site, tab.code);
  const stubborn = await connectTo(site);
  stubborn.allowHalfOpen = true;
  stubborn.write(handshake(site, {}, `/live/${tab.code}/`));
  await read(stubborn, ACCEPTED.length);
  tab.client.pause();
  const started = performance.now();
  await site.server.close();
  expect(performance.now() - started).toBeLessThan(900);
  await closed(visitor.resume());
  stubborn.destroy();
});

test.each([
  ['a frame of the multiplexer that does not exist', Buffer.from('6300000001', 'hex')],
  ['bytes for a visitor who never came', Buffer.from('040000000741', 'hex')],
  ['a stream that the tab opens', Buffer.from('0100000001000004000050000', 'hex')],
])('%s closes that tab and no other', async (_what, frame) => {
  await using site = await serveSite();
  await using bystander = await goOnline(site, echoing);
  const visitor = await openVisit(site, bystander.code);
  const tab = await goOnline(site, echoing);
  const ended = readToEnd(await openVisit(site, tab.code));
  tab.client.send(frame);
  await once(tab.client, 'close');
  await ended;
  expect(await echoes(visitor, 'unmoved')).toBe(true);
  expect(await isAlive(site)).toBe(true);
  visitor.destroy();
});

test('a message larger than any frame closes that tab with 1009', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  tab.client.send(Buffer.alloc(64 * 1024 + 1, 4));
  expect(await closeCodeOf(tab.client)).toBe(1009);
  (await openEcho(site)).destroy();
});

test('a frame that the multiplexer does not know closes the tab for good, and ends its visitors', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, echoing);
  const visitor = await openVisit(site, tab.code);
  // [type u8][stream u32]: there is no type 99.
  tab.client.send(Uint8Array.of(99, 0, 0, 0, 1));
  expect(await closeCodeOf(tab.client)).toBe(LIVE_CLOSE.BAD_CLAIM);
  await readToEnd(visitor);
});

test('a tab hears at a regular pace that the server lives, which no page could learn from pings', async () => {
  await using site = await serveSite({ live: { aliveInterval: 5 } });
  await using tab = await goOnline(site);
  const heard: string[] = [];
  const three = Promise.withResolvers<undefined>();
  tab.client.on('message', (data, isBinary) => {
    if (!isBinary) heard.push((data as Buffer).toString());
    if (heard.length === 3) three.resolve(undefined);
  });
  await three.promise;
  expect(heard.slice(0, 3)).toEqual(Array(3).fill('{"type":"alive"}'));
});
