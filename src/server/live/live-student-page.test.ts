// A student's page through the relay: given by who holds the code, served as data to whoever asks, gone with the tab.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import {
  cutStudentPage,
  type LiveHolding,
  parseServerMessage,
  type ServerMessage,
  type StudentPage,
} from '../../live/index.ts';
import { exchange, handshake, isAlive, serveSite, type Site, statusOf } from '../server.fixture.ts';
import { drawHolding } from './holding.ts';
import { closeCodeOf, goOnline, openTabSocket } from './live.fixture.ts';

const START = 'page/demarrage.js';
const pageWith = (text: string): StudentPage => ({
  module: START,
  files: { [START]: text, 'page/index.html': '<script>alert(1)</script>' },
});
const FILES = { 'live/index.html': '<!doctype html><title>Visite</title>' };

const ask = (site: Site, code: string, method = 'GET') =>
  exchange(
    site,
    `${method} /live/${code}/page.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
  );
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

/** The next word about a page. */
async function wordOn(client: WebSocket): Promise<ServerMessage | null> {
  for (;;) {
    const [data, isBinary] = (await once(client, 'message')) as [Buffer, boolean];
    const message = isBinary ? null : parseServerMessage(data.toString());
    if (message?.type === 'page-kept' || message?.type === 'page-refused') return message;
  }
}

function give(client: WebSocket, page: StudentPage): Promise<ServerMessage | null> {
  const word = wordOn(client);
  const texts = cutStudentPage(page);
  for (const [part, text] of texts.entries())
    client.send(JSON.stringify({ type: 'page', part, of: texts.length, text }));
  return word;
}

test('the page is given as JSON that no browser makes a document of', async () => {
  await using site = await serveSite({}, FILES);
  await using tab = await goOnline(site);
  const page = pageWith('é🦊');
  expect(await give(tab.client, page)).toEqual({ type: 'page-kept' });
  const answer = Buffer.from(await ask(site, tab.code), 'latin1').toString();
  expect(statusOf(answer)).toBe('200');
  expect(answer).toMatch(/\r\nContent-Type: application\/json; charset=utf-8\r\n/i);
  expect(answer).toMatch(/\r\nX-Content-Type-Options: nosniff\r\n/i);
  expect(answer).toMatch(/\r\nCache-Control: no-store\r\n/i);
  expect(answer).toMatch(/\r\nCross-Origin-Resource-Policy: same-origin\r\n/i);
  expect(answer).toMatch(
    /\r\nContent-Security-Policy: default-src 'none'; sandbox; [^\r]*frame-ancestors 'none'\r\n/i,
  );
  expect(JSON.parse(bodyOf(answer))).toEqual(page);
  const head = await ask(site, tab.code, 'HEAD');
  expect([statusOf(head), bodyOf(head)]).toEqual(['200', '']);
  expect(statusOf(await ask(site, tab.code, 'POST'))).toBe('405');
  expect(tab.connections).toHaveLength(0);
});

test.each([
  '/',
  '/chat',
  '/page.json/',
  '/page.json?x',
  '/PAGE.JSON',
  '//page.json',
  '/a/page.json',
])('a navigation to %s gets our own page, whatever the student gave', async (target) => {
  await using site = await serveSite({}, FILES);
  await using tab = await goOnline(site);
  await give(tab.client, pageWith(''));
  const answer = await exchange(
    site,
    `GET /live/${tab.code}${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
  );
  expect(bodyOf(answer)).toBe(FILES['live/index.html']);
});

test('a code that gives no page has none, an unknown code is not found', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  expect(statusOf(await ask(site, tab.code))).toBe('204');
  expect(statusOf(await ask(site, drawHolding().code))).toBe('404');
});

test('whoever comes before an announced page has come waits for it', async () => {
  await using site = await serveSite();
  const client = await openTabSocket(site);
  client.send(JSON.stringify({ type: 'claim', hasPage: true }));
  const [first] = (await once(client, 'message')) as [Buffer];
  const claimed = parseServerMessage(first.toString()) as LiveHolding;
  const answer = await ask(site, claimed.code);
  expect(statusOf(answer)).toBe('503');
  expect(answer).toMatch(/\r\nRetry-After: 1\r\n/);
  await give(client, pageWith(''));
  expect(statusOf(await ask(site, claimed.code))).toBe('200');
  client.terminate();
});

test('another page takes the first one’s place; one that cannot be shown leaves none', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  await give(tab.client, pageWith('1'));
  await give(tab.client, pageWith('2'));
  expect(JSON.parse(bodyOf(await ask(site, tab.code)))).toEqual(pageWith('2'));
  const refused = await give(tab.client, { module: START, files: { '../x.js': '' } });
  expect(refused).toEqual({ type: 'page-refused', reason: 'unsound' });
  expect(statusOf(await ask(site, tab.code))).toBe('204');
});

test('a page that is too large is refused, and the tab stays online', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  const refused = await give(tab.client, pageWith('x'.repeat(130 * 1024)));
  expect(refused).toEqual({ type: 'page-refused', reason: 'too-large' });
  expect(statusOf(await ask(site, tab.code))).toBe('204');
  expect(await give(tab.client, pageWith(''))).toEqual({ type: 'page-kept' });
});

test('a page is refused aloud even where refused visitors have used up the warnings', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, undefined, undefined, 'refuse');
  for (let count = 0; count < 100; count += 1)
    await exchange(site, handshake(site, {}, `/live/${tab.code}/`));
  expect(await give(tab.client, { module: START, files: { '../x.js': '' } })).toEqual({
    type: 'page-refused',
    reason: 'unsound',
  });
});

test('a flood of pages is told once in a while, and the page before goes on being given', async () => {
  await using site = await serveSite({ live: { pagesPerMinute: 2 } });
  await using tab = await goOnline(site);
  await give(tab.client, pageWith('1'));
  await give(tab.client, pageWith('2'));
  const refused = await give(tab.client, pageWith('3'));
  expect(refused).toEqual({ type: 'page-refused', reason: 'too-often' });
  let words = 0;
  tab.client.on('message', () => (words += 1));
  const [text = ''] = cutStudentPage(pageWith('4'));
  for (let count = 0; count < 2000; count += 1)
    tab.client.send(JSON.stringify({ type: 'page', part: 0, of: 1, text }));
  const served = await ask(site, tab.code);
  tab.client.ping();
  await once(tab.client, 'pong');
  expect(JSON.parse(bodyOf(served))).toEqual(pageWith('2'));
  expect(words).toBeLessThan(60);
});

test('the page goes with its tab: kept for one that is cut, unknown once it has left', async () => {
  await using site = await serveSite();
  const left = await goOnline(site);
  await give(left.client, pageWith(''));
  left.client.close(1000);
  await closeCodeOf(left.client);
  expect(statusOf(await ask(site, left.code))).toBe('404');
  const cut = await goOnline(site);
  await give(cut.client, pageWith('before'));
  cut.client.terminate();
  await expect.poll(async () => statusOf(await ask(site, cut.code))).toBe('503');
  const { code, secret } = cut.claimed;
  await using back = await goOnline(site, undefined, { code, secret });
  expect(back.code).toBe(code);
  expect(statusOf(await ask(site, code))).toBe('204');
  await give(back.client, pageWith('after'));
  expect(JSON.parse(bodyOf(await ask(site, code)))).toEqual(pageWith('after'));
});

test('only who proves a code gives its page: a page before the claim, or under a wrong secret, closes', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  await give(tab.client, pageWith('mine'));
  const [text = ''] = cutStudentPage(pageWith('theirs'));
  const early = await openTabSocket(site);
  early.send(JSON.stringify({ type: 'page', part: 0, of: 1, text }));
  expect(await closeCodeOf(early)).toBe(4400);
  const thief = await openTabSocket(site);
  const resume = { code: tab.code, secret: drawHolding().secret };
  thief.send(JSON.stringify({ type: 'claim', resume, hasPage: true }));
  thief.send(JSON.stringify({ type: 'page', part: 0, of: 1, text }));
  expect(await closeCodeOf(thief)).toBe(4403);
  expect(JSON.parse(bodyOf(await ask(site, tab.code)))).toEqual(pageWith('mine'));
});

test.each([
  ['no JSON', '{', 4400],
  ['another claim', JSON.stringify({ type: 'claim' }), 4400],
  ['a part that follows nothing', JSON.stringify({ type: 'page', part: 1, of: 2, text: '' }), 4400],
  ['a part of no number', JSON.stringify({ type: 'page', part: 0, of: 0.5, text: '' }), 4400],
  ['a message longer than any part', 'x'.repeat(65 * 1024), 1009],
])('a tab that says %s is closed', async (_what, text, code) => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  tab.client.send(text);
  expect(await closeCodeOf(tab.client)).toBe(code);
  expect(await isAlive(site)).toBe(true);
});

test('a tab that sends a text that is no UTF-8 is closed with 1007', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  tab.client.send(Buffer.from([0x7b, 0xc3, 0x28]), { binary: false });
  expect(await closeCodeOf(tab.client)).toBe(1007);
});

test('two hundred visitors ask at once, and the page is in memory once', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  const page = pageWith('x'.repeat(100 * 1024));
  await give(tab.client, page);
  const before = process.memoryUsage().arrayBuffers;
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }, 1);
  const sizes = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const response = await fetch(`${site.url}/live/${tab.code}/page.json`);
      let size = 0;
      for await (const chunk of response.body ?? []) size += (chunk as Uint8Array).length;
      return size;
    }),
  );
  clearInterval(look);
  expect(new Set(sizes)).toEqual(new Set([JSON.stringify(page).length]));
  // Twenty megabytes in all, the readers' own chunks included: two hundred copies would be as many again.
  expect(most - before).toBeLessThan(30 * 1024 * 1024);
});

test('a tab that closes while a visitor reads its page leaves that visitor the whole of it', async () => {
  await using site = await serveSite();
  const tab = await goOnline(site);
  const page = pageWith('x'.repeat(100 * 1024));
  await give(tab.client, page);
  const response = await fetch(`${site.url}/live/${tab.code}/page.json`);
  tab.client.terminate();
  expect(await response.json()).toEqual(page);
});
