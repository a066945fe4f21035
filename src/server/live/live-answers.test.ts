// What a student's server may answer, and what comes of it: the visitor's bytes, and the student's warning.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  connectTo,
  exchange,
  handshake,
  readToEnd,
  type Site,
  serveSite,
  statusOf,
} from '../server.fixture.ts';
import {
  ACCEPTED,
  echoes,
  echoing,
  type FakeTab,
  goOnline,
  openVisit,
  read,
  type Student,
  visit,
} from './live.fixture.ts';

const HOSTILE_FIELDS =
  'Set-Cookie: site=stolen; Path=/\r\nClear-Site-Data: "*"\r\nStrict-Transport-Security: max-age=31536000\r\n' +
  'Alt-Svc: h3=":443"\r\nSet-Cookie2: a=b\r\n';
const says =
  (text: string, ends = false): Student =>
  ({ say, stream }) => {
    say(text);
    if (ends) stream.end();
  };

/** All that a visitor gets, while a visitor of another code goes on. */
async function answerOf(site: Site, tab: FakeTab): Promise<string> {
  await using bystander = await goOnline(site, echoing);
  const other = await openVisit(site, bystander.code);
  const answer = await exchange(site, handshake(site, {}, `/live/${tab.code}/`));
  expect(await echoes(other, 'unmoved')).toBe(true);
  other.destroy();
  return answer;
}

/** A head with a length, no body beyond it, and nothing of the student's. */
function expectSound(answer: string): void {
  const [head = '', body] = answer.split('\r\n\r\n', 2);
  expect(head).toContain(`\r\nContent-Length: ${Buffer.byteLength(body ?? '', 'latin1')}\r\n`);
  expect(head).toMatch(/\r\nConnection: close(?:, Upgrade)?$/);
  expect(head).toContain('\r\nX-Content-Type-Options: nosniff\r\n');
  expect(answer).not.toMatch(/stolen|Clear-Site|Strict-Tr|Alt-Svc|<h1>/i);
}

test('of a 101, what would act on the whole site is taken out, and the student is told', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(
    site,
    says(ACCEPTED.replace('\r\n\r\n', `\r\n${HOSTILE_FIELDS}\r\n`)),
  );
  const visitor = await visit(site, tab.code);
  expect((await read(visitor, ACCEPTED.length)).toString('latin1')).toBe(ACCEPTED);
  expect(await tab.warnings.take()).toMatchObject({
    visitor: 1,
    reason: 'fields-removed',
    detail: 'Set-Cookie, Clear-Site-Data, Strict-Transport-Security, Alt-Svc, Set-Cookie2',
  });
  visitor.destroy();
});

test.each<[what: string, student: string, status: string, reason: string]>([
  [
    'a refusal with everything in it',
    `HTTP/1.1 403 Interdit\r\n${HOSTILE_FIELDS}Content-Length: 11\r\n\r\n<h1>Non</h1>`,
    '403',
    'body-removed',
  ],
  [
    'a refusal with chunks',
    'HTTP/1.1 400 Non\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<h1>\r\n0\r\n\r\n',
    '400',
    'body-removed',
  ],
  [
    'a refusal, then another head',
    'HTTP/1.1 400 Non\r\n\r\nHTTP/1.1 101 Oui\r\n\r\n',
    '400',
    'body-removed',
  ],
  ['a 200', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', '200', 'not-an-upgrade'],
  [
    'a redirection elsewhere',
    'HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\n\r\n',
    '302',
    'fields-removed',
  ],
  [
    'a demand for a password',
    'HTTP/1.1 401 Non\r\nWWW-Authenticate: Basic\r\n\r\n',
    '401',
    'fields-removed',
  ],
  [
    'an announcement',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 101 Oui\r\n\r\n',
    '502',
    'interim-status',
  ],
  ['garbage', '\x00\xff\x16\x03 garbage\r\n\r\n', '502', 'head-malformed'],
  ['frames without a head', '\x81\x05hello\r\n\r\n', '502', 'head-malformed'],
  [
    'a folded Set-Cookie',
    'HTTP/1.1 101 Oui\r\nUpgrade: websocket\r\n Set-Cookie: site=stolen\r\n\r\n',
    '502',
    'head-malformed',
  ],
  [
    '17 KiB of head',
    `HTTP/1.1 101 Oui\r\nX: ${'x'.repeat(17 * 1024)}\r\n\r\n`,
    '502',
    'head-too-large',
  ],
  ['a head without end', `HTTP/1.1 101 Oui\r\n${'X: x\r\n'.repeat(4000)}`, '502', 'head-too-large'],
])(
  '%s gives the visitor a sound answer, and the student a reason',
  async (_what, text, status, reason) => {
    await using site = await serveSite();
    await using tab = await goOnline(site, says(text));
    const answer = await answerOf(site, tab);
    expect(statusOf(answer)).toBe(status);
    expectSound(answer);
    expect((await tab.warnings.take()).reason).toBe(reason);
    // The student's connection ends as a client's would: no reset, which would be an error of its own.
    const connection = await tab.connections.take();
    await connection.ended;
    connection.stream.end();
  },
);

test('a refusal keeps its reason, and what it says of the handshake', async () => {
  await using site = await serveSite();
  const refusal =
    'HTTP/1.1 426 Version inconnue\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 8, 7\r\nUpgrade: websocket\r\nDate: hier\r\nX-Mine: 1\r\n\r\n';
  await using tab = await goOnline(site, says(refusal, true));
  const answer = await answerOf(site, tab);
  expectSound(answer);
  expect(answer).toMatch(/^HTTP\/1\.1 426 Version inconnue\r\n/);
  // Each line of a repeated field (RFC 6455 §4.4), and Upgrade named in Connection (RFC 9110 §7.8).
  expect(answer).toContain(
    '\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 8, 7\r\nUpgrade: websocket\r\nDate: hier\r\n',
  );
  expect(answer).toContain('\r\nConnection: close, Upgrade\r\n');
});

test.each<[what: string, student: Student, status: string, reason: string]>([
  [
    'an end without an answer',
    ({ stream }) => {
      stream.end();
    },
    '502',
    'ended-early',
  ],
  ['an end in the middle of the head', says('HTTP/1.1 101 Oui\r\nUpg', true), '502', 'ended-early'],
  [
    'a reset',
    ({ stream }) => {
      stream.reset();
    },
    '502',
    'ended-early',
  ],
  ['silence', () => undefined, '504', 'no-head'],
  ['half a head', says('HTTP/1.1 101 Oui\r\nUpgrade: websocket\r\n'), '504', 'unfinished-head'],
  [
    'lines that end in a line feed only',
    says('HTTP/1.1 101 Oui\nUpgrade: websocket\n\n'),
    '504',
    'unfinished-head',
  ],
])(
  '%s gives the visitor a sound answer, and the student a reason',
  async (_what, student, status, reason) => {
    await using site = await serveSite({ live: { headTimeout: status === '504' ? 30 : 60_000 } });
    await using tab = await goOnline(site, student);
    const answer = await exchange(site, handshake(site, {}, `/live/${tab.code}/`));
    expect(statusOf(answer)).toBe(status);
    expectSound(answer);
    expect(answer).toContain('Content-Type: text/plain; charset=utf-8\r\n');
    expect(await tab.warnings.take()).toMatchObject({ visitor: 1, reason });
  },
);

test('two heads are one head and garbage, which the visitor must refuse; the student is told', async () => {
  await using site = await serveSite();
  const second = 'HTTP/1.1 200 OK\r\nSet-Cookie: site=stolen\r\n\r\n';
  await using tab = await goOnline(site, ({ head, say }) => {
    const key = /sec-websocket-key: (.*)\r\n/i.exec(head)?.[1] ?? '';
    void crypto.subtle
      .digest('SHA-1', Buffer.from(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`))
      .then((digest) => {
        const accept = Buffer.from(digest).toString('base64');
        say(ACCEPTED.replace(/Accept: .*\r\n/, `Accept: ${accept}\r\n`) + second);
      });
  });
  const visitor = new WebSocket(`ws://127.0.0.1:${site.port}/live/${tab.code}/`);
  const [error] = (await once(visitor, 'error')) as [Error];
  expect(error.message).toContain('Invalid WebSocket frame');
  expect((await tab.warnings.take()).reason).toBe('second-head');
});

test('a tab on which no server listens is told so, and the visitor gets 502', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, undefined, undefined, 'refuse');
  const answer = await answerOf(site, tab);
  expect(statusOf(answer)).toBe('502');
  expect((await tab.warnings.take()).reason).toBe('not-listening');
});

test('a refusal’s endless body is cut, and costs nothing', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, ({ say, stream }) => {
    say('HTTP/1.1 403 Non\r\n\r\n');
    const more = () => {
      stream.write(new Uint8Array(64 * 1024), more);
    };
    more();
  });
  expect(statusOf(await answerOf(site, tab))).toBe('403');
  expect(await (await tab.connections.take()).reset).toBe('reset');
});

test('a student’s server that does not end a refused connection has it reset in time', async () => {
  await using site = await serveSite({ live: { drainTimeout: 30 } });
  await using tab = await goOnline(site, says('HTTP/1.1 403 Non\r\n\r\n'));
  expect(statusOf(await answerOf(site, tab))).toBe('403');
  expect(await (await tab.connections.take()).reset).toBe('reset');
});

test('a tab that is cut while a visitor waits for its answer gives 503', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  const visitor = await visit(site, tab.code);
  await tab.connections.take();
  tab.client.terminate();
  const answer = (await readToEnd(visitor)).toString('latin1');
  expect(statusOf(answer)).toBe('503');
  expectSound(answer);
});

test('a visitor that leaves before the answer leaves nothing behind', async () => {
  await using site = await serveSite({ live: { maxVisitors: 1 } });
  await using tab = await goOnline(site);
  const visitor = await visit(site, tab.code);
  const first = await tab.connections.take();
  visitor.resetAndDestroy();
  expect(await first.reset).toBe('reset');
  first.say(ACCEPTED);
  const next = await connectTo(site);
  next.write(handshake(site, {}, `/live/${tab.code}/`));
  (await tab.connections.take()).say(ACCEPTED);
  expect((await read(next, ACCEPTED.length)).toString('latin1')).toBe(ACCEPTED);
  next.destroy();
});

test('a 204 has no length, which is forbidden to it [RFC 9110 §8.6]', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, says('HTTP/1.1 204 No Content\r\n\r\n', true));
  const answer = await answerOf(site, tab);
  expect(answer).toMatch(/^HTTP\/1\.1 204 No Content\r\n/);
  expect(answer).not.toMatch(/content-length/i);
  expect(answer).toMatch(/\r\nConnection: close\r\n\r\n$/);
});
