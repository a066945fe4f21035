import { expect, test } from 'vitest';
import type { WireEvent } from '../inspector/wire-event.ts';
import { VisitorLog, type Visitor } from './visitor-log.ts';

const REQUEST = [
  'GET /chat HTTP/1.1',
  'Host: a',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
];
const ACCEPTED = [
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
];
const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

const opened = (connection = 1): WireEvent => ({
  kind: 'opened',
  connection,
  at: 12,
  label: `Visiteur ${connection}`,
});
const passed = (direction: 'received' | 'sent', text: string, omitted = 0): WireEvent => ({
  kind: 'bytes',
  connection: 1,
  at: 20,
  direction,
  bytes: new TextEncoder().encode(text),
  omitted,
});
const ended = (how: 'fin' | 'reset', connection = 1): WireEvent => ({
  kind: 'ended',
  connection,
  at: 30,
  direction: 'both',
  how,
});

function visitorAfter(...events: readonly WireEvent[]): Visitor | undefined {
  const log = new VisitorLog();
  for (const event of [opened(), ...events]) log.add(event);
  return log.visitors[0];
}

test('a visitor is accepted once the head of a right answer is whole, whatever the pieces', () => {
  const answer = head(...ACCEPTED);
  const half = visitorAfter(
    passed('received', head(...REQUEST)),
    passed('sent', answer.slice(0, -2)),
  );
  expect(half).toMatchObject({ answer: null, isBrowser: false });
  const whole = visitorAfter(
    passed('received', head(...REQUEST)),
    passed('sent', answer.slice(0, -2)),
    passed('sent', answer.slice(-2)),
  );
  expect(whole).toMatchObject({ answer: { kind: 'accepted', subprotocol: null }, framed: false });
});

test('bytes after the heads are frames, and all bytes are counted, those not kept too', () => {
  const visitor = visitorAfter(
    passed('received', head(...REQUEST)),
    passed('sent', head(...ACCEPTED)),
    passed('received', 'xyz', 100),
    ended('fin'),
  );
  expect(visitor).toMatchObject({
    framed: true,
    received: head(...REQUEST).length + 103,
    sent: head(...ACCEPTED).length,
    end: 'fin',
  });
});

test('only a browser says where its page comes from', () => {
  const visitor = visitorAfter(passed('received', head(...REQUEST, 'Origin: http://a')));
  expect(visitor?.isBrowser).toBe(true);
});

test.each<[string, readonly string[], readonly string[], object]>([
  ['an interim status', [], ['HTTP/1.1 100 Continue'], { kind: 'broken', rule: 'interim-status' }],
  ['another status', [], ['HTTP/1.1 404 Not Found'], { kind: 'refused', status: 404 }],
  [
    'another key’s answer',
    [],
    [...ACCEPTED.slice(0, 3), 'Sec-WebSocket-Accept: x'],
    broken('accept-mismatch'),
  ],
  [
    'no Upgrade',
    [],
    ACCEPTED.filter((line) => !line.startsWith('Upgrade')),
    broken('upgrade-not-websocket'),
  ],
  [
    'a subprotocol nobody offered',
    [],
    [...ACCEPTED, 'Sec-WebSocket-Protocol: chat'],
    broken('subprotocol-not-offered'),
  ],
  [
    'the whole list of subprotocols',
    ['Sec-WebSocket-Protocol: chat, superchat'],
    [...ACCEPTED, 'Sec-WebSocket-Protocol: chat, superchat'],
    broken('subprotocol-not-offered'),
  ],
  [
    'no subprotocol, to a browser that offers some',
    ['Sec-WebSocket-Protocol: chat', 'Origin: http://a'],
    ACCEPTED,
    broken('no-subprotocol'),
  ],
  ['what is no head', [], ['bonjour'], broken('head-malformed')],
])('an answer is judged: %s', (_what, more, answer, expected) => {
  const visitor = visitorAfter(
    passed('received', head(...REQUEST, ...more)),
    passed('sent', head(...answer)),
  );
  expect(visitor?.answer).toEqual(expected);
});

test('a client that offers subprotocols and is no browser may go without', () => {
  const visitor = visitorAfter(
    passed('received', head(...REQUEST, 'Sec-WebSocket-Protocol: chat')),
    passed('sent', head(...ACCEPTED)),
  );
  expect(visitor?.answer).toMatchObject({ kind: 'accepted' });
});

test('the first end is the one that counts: a reset after a close is only its echo', () => {
  expect(visitorAfter(ended('fin'), ended('reset'))?.end).toBe('fin');
  expect(visitorAfter(ended('reset'))?.end).toBe('reset');
});

test('a remark is kept once', () => {
  const log = new VisitorLog();
  log.add(opened());
  log.remark(1, 'a');
  log.remark(1, 'a');
  log.remark(2, 'b');
  expect(log.visitors.map(({ remarks }) => remarks)).toEqual([['a']]);
});

test('old visits are forgotten, open ones never, and all are counted', () => {
  const log = new VisitorLog();
  for (let number = 1; number <= 400; number += 1) {
    log.add(opened(number));
    if (number > 1) log.add(ended('fin', number));
  }
  expect(log.total).toBe(400);
  expect(log.visitors).toHaveLength(250);
  expect(log.visitors[0]?.number).toBe(1);
  expect(log.visitors.at(-1)?.number).toBe(400);
});

function broken(rule: string): object {
  return { kind: 'broken', rule };
}

test('endAll() ends what is still open, and leaves an earlier end as it was', () => {
  const log = new VisitorLog();
  for (const event of [opened(1), opened(2), ended('fin', 1)]) log.add(event);
  log.endAll();
  expect(log.visitors.map(({ end }) => end)).toEqual(['fin', 'reset']);
});

test('a visitor that has left stays so, however its connection ends later', () => {
  const log = new VisitorLog();
  for (const event of [opened(), passed('received', head(...REQUEST))]) log.add(event);
  log.leave(1);
  log.leave(2);
  log.add(ended('reset'));
  expect(log.visitors.map(({ end }) => end)).toEqual(['left']);
});

test('a visitor whose connection has ended has not left after that', () => {
  const log = new VisitorLog();
  for (const event of [opened(), ended('fin')]) log.add(event);
  log.leave(1);
  expect(log.visitors[0]?.end).toBe('fin');
});
