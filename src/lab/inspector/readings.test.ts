// What the inspector says of bytes: titles, the lines of heads, the fields of frames.
import { describe, expect, test } from 'vitest';
import { inspector as words } from '../../i18n/inspector.ts';
import { encodeFrame, encodeLatin1, encodeUtf8, OPCODE, parseHex } from '../../wire/index.ts';
import type { Entry, FrameEntry, HeadEntry } from './entry.ts';
import { isFaulty, titleOf } from './entry-title.ts';
import { readFrame } from './frame-reading.ts';
import { readHead, type HeadReading } from './head-reading.ts';
import { InspectorModel } from './inspector-model.ts';

const REQUEST = [
  'GET /chat HTTP/1.1',
  'Host: a',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Protocol: chat, superchat',
];
const RESPONSE = [
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
];

function entriesOf(...pieces: readonly (readonly ['received' | 'sent', Uint8Array])[]): Entry[] {
  const model = new InspectorModel();
  for (const [direction, bytes] of pieces) {
    model.push({ kind: 'bytes', connection: 1, at: 0, direction, bytes, omitted: 0 });
  }
  return [...model.entries];
}

const headOf = (lines: readonly string[]) => encodeLatin1(`${lines.join('\r\n')}\r\n\r\n`);

function readRequest(lines: readonly string[]): HeadReading {
  const [entry] = entriesOf(['received', headOf(lines)]);
  return readHead(entry as HeadEntry);
}

function readResponse(lines: readonly string[]): HeadReading {
  const [, entry] = entriesOf(['received', headOf(REQUEST)], ['sent', headOf(lines)]);
  return readHead(entry as HeadEntry);
}

/** `lines` with the one of that name replaced, or left out. */
function withLine(lines: readonly string[], name: string, line: string | null): string[] {
  return lines.flatMap((each) => {
    if (!each.startsWith(`${name}:`)) return [each];
    return line === null ? [] : [line];
  });
}

const faultyLines = ({ lines }: HeadReading) =>
  lines.filter(({ isFault }) => isFault).map(({ text }) => text);

/** The frame that `hex` holds, sent by a server once the connection is open. */
function frameOf(hex: string): FrameEntry {
  const model = new InspectorModel({ startsWith: 'frames' });
  const bytes = parseHex(hex);
  model.push({ kind: 'bytes', connection: 1, at: 0, direction: 'sent', bytes, omitted: 0 });
  return model.entries[0] as FrameEntry;
}

test('a right handshake has no fault, and every line says something', () => {
  for (const reading of [readRequest(REQUEST), readResponse(RESPONSE)]) {
    expect(faultyLines(reading)).toEqual([]);
    expect(reading.conclusion?.isFault).toBe(false);
    expect(reading.lines.every(({ meaning }) => meaning !== '')).toBe(true);
  }
});

test('the key of a request says which accept key answers it [RFC 6455 §1.3]', () => {
  const line = readRequest(REQUEST).lines.find(({ name }) => name === 'Sec-WebSocket-Key');
  expect(line?.follows?.value).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
});

describe('a request that opens nothing shows the line at fault, and the rule', () => {
  test.each([
    ['Upgrade', 'Upgrade: h2c', 'upgrade-has-websocket'],
    ['Connection', 'Connection: close', 'connection-has-upgrade'],
    ['Sec-WebSocket-Version', 'Sec-WebSocket-Version: 8', 'version-is-13'],
    ['Sec-WebSocket-Key', 'Sec-WebSocket-Key: YQ==', 'one-key-of-16-bytes'],
    ['Sec-WebSocket-Protocol', 'Sec-WebSocket-Protocol: a b', 'subprotocols-are-tokens'],
  ] as const)('%s', (name, line, rule) => {
    const reading = readRequest(withLine(REQUEST, name, line));
    expect(faultyLines(reading)).toEqual([line]);
    expect(reading.conclusion?.sentence).toBe(words.refusals[rule]);
  });
});

test('a line that is missing has no row: the conclusion names it', () => {
  const reading = readRequest(withLine(REQUEST, 'Host', null));
  expect(faultyLines(reading)).toEqual([]);
  expect(reading.conclusion).toMatchObject({ isFault: true, sentence: words.refusals['one-host'] });
});

describe('a response that no client accepts shows the line at fault', () => {
  test.each([
    ['Upgrade', 'Upgrade: h2c', 'upgrade-not-websocket'],
    ['Connection', 'Connection: close', 'connection-not-upgrade'],
    ['Sec-WebSocket-Accept', 'Sec-WebSocket-Accept: AAAA', 'accept-mismatch'],
  ] as const)('%s', (name, line, code) => {
    const reading = readResponse(withLine(RESPONSE, name, line));
    expect(faultyLines(reading)).toEqual([line]);
    expect(reading.conclusion?.sentence).toBe(words.faults[code]);
  });

  test.each([
    ['Sec-WebSocket-Protocol: mqtt', 'subprotocol-not-offered'],
    ['Sec-WebSocket-Extensions: permessage-deflate', 'extension-not-offered'],
  ] as const)('%s', (line, code) => {
    const reading = readResponse([...RESPONSE, line]);
    expect(faultyLines(reading)).toEqual([line]);
    expect(reading.conclusion?.sentence).toBe(words.faults[code]);
  });
});

test('a refusal owes nothing to the request: it is no fault', () => {
  const reading = readResponse(['HTTP/1.1 426 Upgrade Required', 'Upgrade: h2c']);
  expect(faultyLines(reading)).toEqual([]);
  expect(reading.conclusion).toMatchObject({ isFault: false, sentence: words.head.refused });
});

test('a head whose lines end with LF alone never ends, and says why', () => {
  const [entry] = entriesOf(['received', encodeLatin1('GET / HTTP/1.1\nHost: a\n\n')]);
  expect(readHead(entry as HeadEntry).conclusion).toMatchObject({
    isFault: true,
    sentence: words.head.bareLineFeeds,
  });
});

test('the line that cannot be read is the one at fault; those after it are not judged', () => {
  const reading = readRequest(['GET / HTTP/1.1', 'Host: a', 'Upgrade', 'Connection: Upgrade']);
  expect(faultyLines(reading)).toEqual(['Upgrade']);
  expect(reading.lines.at(-1)?.meaning).toBe(words.head.unjudged);
});

describe('titles', () => {
  test.each([
    ['81 05 48 65 6c 6c 6f', 'Trame texte, 5\u00a0octets'],
    ['82 00', 'Trame binaire, 0\u00a0octet'],
    ['01 01 48', 'Premier fragment d’un message texte, 1\u00a0octet'],
    ['89 00', 'Ping, 0\u00a0octet'],
    ['88 00', 'Fermeture'],
    ['88 02 03 e8', 'Fermeture 1000'],
    ['8b 00', 'Trame d’opcode inconnu (B)'],
    ['81', 'Début de trame, en cours\u00a0: 1\u00a0octet'],
    ['81 05 48', 'Trame texte, 5\u00a0octets, en cours\u00a0: 3\u00a0octets sur 7'],
  ])('%s is « %s »', (hex, title) => {
    expect(titleOf(frameOf(hex))).toBe(title);
  });

  test('a wrong accept key marks the response in the list', () => {
    const wrong = withLine(RESPONSE, 'Sec-WebSocket-Accept', 'Sec-WebSocket-Accept: AAAA');
    const entries = entriesOf(['received', headOf(REQUEST)], ['sent', headOf(wrong)]);
    expect(entries.map(isFaulty)).toEqual([false, true]);
  });
});

test('the fields of a frame cover each of its bits once, in order', () => {
  const readings = readFrame(frameOf('82 fe 00 7e 01 02 03 04 05'));
  const names = readings.map(({ field }) => field.name);
  expect(names.slice(5)).toEqual([
    'mask',
    'payload-length',
    'extended-payload-length',
    'masking-key',
    'payload-data',
  ]);
  let bit = 0;
  for (const { field } of readings) {
    expect(field.startBit).toBe(bit);
    bit += field.bitLength;
  }
  expect(bit).toBe(9 * 8);
});

test('a close code is read with what it means', () => {
  const readings = readFrame(frameOf('88 07 03 e9 61 20 2d 20 62'));
  const [code, reason] = readings.slice(-2);
  expect(code).toMatchObject({ value: '1001', meaning: words.closeCodes.goingAway });
  expect(reason).toMatchObject({ value: '«\u202fa - b\u202f»' });
});

test('a length that could be shorter is noted, not refused', () => {
  const entry = frameOf('82 7e 00 01 ff');
  const length = readFrame(entry).find(({ field }) => field.name === 'extended-payload-length');
  expect(length?.meaning).toContain(words.frame.notMinimal);
  expect(entry.faults).toEqual([]);
});

test('a text that is cut inside a character is shown up to it', () => {
  const bytes = encodeFrame({ opcode: OPCODE.text, payload: encodeUtf8('été'), fin: false });
  const cut = new InspectorModel({ startsWith: 'frames' });
  const piece = { bytes: bytes.subarray(0, -1), omitted: 0 };
  cut.push({ kind: 'bytes', connection: 1, at: 0, direction: 'sent', ...piece });
  expect(readFrame(cut.entries[0] as FrameEntry).at(-1)?.value).toBe('«\u202fét\u202f»');
});
