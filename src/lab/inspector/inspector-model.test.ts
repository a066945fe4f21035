// What the inspector makes of bytes: annotated hexadecimal in, entries out, however the bytes are cut.
import { describe, expect, test } from 'vitest';
import { encodeFrame, encodeLatin1, OPCODE, parseHex } from '../../wire/index.ts';
import type { Entry, FrameEntry, RawEntry } from './entry.ts';
import { InspectorModel, KEPT_ENTRIES, type InspectorOptions } from './inspector-model.ts';
import { KEPT_BYTES } from './kept-bytes.ts';
import type { WireDirection } from './wire-event.ts';

const REQUEST = encodeLatin1(
  'GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
);
const RESPONSE = encodeLatin1(
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n',
);
/** RFC 6455 §5.7: a masked « Hello ». */
const MASKED_HELLO = parseHex(`
  81           # FIN, text
  85           # MASK, 5 bytes
  37 fa 21 3d  # masking key
  7f 9f 4d 51 58
`);
const HELLO = parseHex('81 05 48 65 6c 6c 6f');

function bytes(direction: WireDirection, piece: Uint8Array, omitted = 0, connection = 1) {
  return { kind: 'bytes', connection, at: 0, direction, bytes: piece, omitted } as const;
}

/** A model of which one connection has done its opening handshake. */
function opened(options: InspectorOptions = {}, response = RESPONSE): InspectorModel {
  const model = new InspectorModel(options);
  model.push({ kind: 'opened', connection: 1, at: 0, label: 'Visiteur 1' });
  model.push(bytes('received', REQUEST));
  model.push(bytes('sent', response));
  return model;
}

/** What came after the opening handshake. */
function after(model: InspectorModel): Entry[] {
  return model.entries.slice(3);
}

function framesOf(model: InspectorModel): FrameEntry[] {
  return model.entries.filter((entry) => entry.kind === 'frame');
}

function codesOf({ faults }: FrameEntry): string[] {
  return faults.map(({ code }) => code);
}

/** The entries as something that `toEqual` compares: their bytes in full. */
function pictureOf(entries: readonly Entry[]): unknown[] {
  return entries.map((entry) =>
    'bytes' in entry
      ? { ...entry, revision: 0, bytes: [...entry.bytes.kept], total: entry.bytes.total }
      : { ...entry, revision: 0 },
  );
}

test('a conversation is a beginning, a request, a response, frames and an end, numbered in order', () => {
  const model = opened();
  model.push(bytes('received', MASKED_HELLO));
  model.push(bytes('sent', HELLO));
  model.push({ kind: 'ended', connection: 1, at: 9, direction: 'both', how: 'fin' });
  expect(model.entries.map(({ kind }) => kind)).toEqual([
    'opened',
    'head',
    'head',
    'frame',
    'frame',
    'ended',
  ]);
  expect(model.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(model.entries[1]).toMatchObject({ message: 'request', sender: 'client', fault: null });
  expect(model.entries[2]).toMatchObject({
    message: 'response',
    sender: 'server',
    parsed: { status: 101 },
    request: { target: '/chat' },
  });
  expect(framesOf(model).map(codesOf)).toEqual([[], []]);
  expect(model.labelOf(1)).toBe('Visiteur 1');
});

test('the same bytes give the same entries, wherever they are cut', () => {
  const stream = new Uint8Array([...REQUEST, ...MASKED_HELLO, ...MASKED_HELLO]);
  const whole = new InspectorModel();
  whole.push(bytes('received', stream));
  const expected = pictureOf(whole.entries);
  expect(expected).toHaveLength(3);
  for (let cut = 1; cut < stream.length; cut++) {
    const model = new InspectorModel();
    model.push(bytes('received', stream.subarray(0, cut)));
    model.push(bytes('received', stream.subarray(cut)));
    expect(pictureOf(model.entries)).toEqual(expected);
  }
});

test('a frame that has not come whole waits, then is cut by the end of its direction', () => {
  const model = opened();
  model.push(bytes('received', MASKED_HELLO.subarray(0, 8)));
  const [frame] = framesOf(model);
  expect(frame).toMatchObject({ progress: 'coming', header: { payloadLength: 5 } });
  expect(frame?.bytes.total).toBe(8);
  model.push({ kind: 'ended', connection: 1, at: 1, direction: 'received', how: 'fin' });
  expect(frame?.progress).toBe('cut');
});

test('for a client’s program, what it sends is the request', () => {
  const model = new InspectorModel({ side: 'client' });
  model.push(bytes('sent', REQUEST));
  model.push(bytes('received', RESPONSE));
  model.push(bytes('received', HELLO));
  expect(model.entries).toMatchObject([
    { message: 'request', direction: 'sent' },
    { message: 'response', direction: 'received' },
    { kind: 'frame', sender: 'server', faults: [] },
  ]);
});

test('a connection that is already open begins with frames', () => {
  const model = new InspectorModel({ startsWith: 'frames' });
  model.push(bytes('received', MASKED_HELLO));
  expect(model.entries).toMatchObject([{ kind: 'frame', progress: 'whole', faults: [] }]);
});

describe('a broken rule is named, with its place in the frame', () => {
  test.each([
    ['a client that does not mask', 'received', '81 00', 'frame-not-masked', 1],
    ['a server that masks', 'sent', '81 80 00 00 00 00', 'frame-masked', 1],
    ['a reserved bit', 'sent', 'c1 00', 'reserved-bits-set', 0],
    ['a reserved opcode', 'sent', '83 00', 'unknown-opcode', 0],
    ['a fragmented ping', 'sent', '09 00', 'control-frame-fragmented', 0],
    ['a ping of 126 bytes', 'sent', '89 7e 00 7e', 'control-frame-too-long', 1],
    ['a length of 2^63', 'sent', '82 7f 80 00 00 00 00 00 00 00', 'payload-length-sign-bit', 2],
    ['a continuation of nothing', 'sent', '80 00', 'unexpected-continuation', 0],
    ['text that is not UTF-8', 'sent', '81 02 41 ff', 'invalid-utf8', 2],
    ['text that ends inside a character', 'sent', '81 01 c3', 'invalid-utf8', 2],
    ['a Close frame of one byte', 'sent', '88 01 03', 'close-payload-one-byte', 2],
    ['a close code that never travels', 'sent', '88 02 03 ed', 'close-code-invalid', 2],
  ] as const)('%s', (_what, direction, hex, code, offset) => {
    const model = opened();
    model.push(bytes(direction, parseHex(hex)));
    expect(framesOf(model)[0]?.faults).toEqual([expect.objectContaining({ code, offset })]);
  });
});

test('after a frame that no receiver reads, what follows stays raw', () => {
  const model = opened();
  model.push(bytes('sent', parseHex('83 00 81 05 48 65 6c')));
  expect(after(model)).toMatchObject([{ kind: 'frame' }, { kind: 'raw', why: 'after-fault' }]);
  expect((after(model)[1] as RawEntry).bytes.total).toBe(5);
});

test('after a Close frame, what follows stays raw', () => {
  const model = opened();
  model.push(bytes('sent', parseHex('88 02 03 e8 81 00')));
  expect(after(model)).toMatchObject([
    { kind: 'frame', faults: [] },
    { kind: 'raw', why: 'after-close' },
  ]);
});

test('a message in fragments is one text, control frames may pass between them', () => {
  const model = opened();
  // « é » is cut between its two bytes.
  model.push(bytes('sent', parseHex('01 01 c3 89 00 80 01 a9')));
  expect(framesOf(model)).toMatchObject([
    { messageOpcode: OPCODE.text, faults: [] },
    { messageOpcode: null, faults: [] },
    { messageOpcode: OPCODE.text, faults: [] },
  ]);
});

test('a new message inside another is a fault, and the frames go on being read', () => {
  const model = opened();
  model.push(bytes('sent', parseHex('01 00 81 00 81 00')));
  expect(framesOf(model).map(codesOf)).toEqual([[], ['expected-continuation'], []]);
});

test('RSV1 is no fault once permessage-deflate is agreed, RSV2 still is [RFC 7692 §6]', () => {
  const head = 'HTTP/1.1 101 Oui\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n';
  const model = opened({}, encodeLatin1(head));
  model.push(bytes('sent', parseHex('c1 01 ff e1 00')));
  expect(framesOf(model)).toMatchObject([
    { compressed: true, faults: [] },
    { faults: [{ code: 'reserved-bits-set' }] },
  ]);
});

test('a refusal is followed by a body, never by frames', () => {
  const model = opened({}, encodeLatin1('HTTP/1.1 404 Non\r\nContent-Length: 2\r\n\r\n'));
  model.push(bytes('sent', encodeLatin1('\x81\x00')));
  model.push(bytes('received', MASKED_HELLO));
  expect(after(model)).toMatchObject([
    { kind: 'raw', why: 'refused', direction: 'sent' },
    { kind: 'raw', why: 'refused', direction: 'received' },
  ]);
});

test('100 Continue is a head before the head', () => {
  const head = 'HTTP/1.1 100 Continue\r\n\r\n';
  const model = opened({}, new Uint8Array([...encodeLatin1(head), ...RESPONSE]));
  expect(model.entries.slice(2)).toMatchObject([
    { parsed: { status: 100 } },
    { parsed: { status: 101 } },
  ]);
});

test.each([
  ['a start line that is none', 'Bonjour\r\n\r\n', 0],
  ['a field without a colon', 'HTTP/1.1 101 Oui\r\nA: b\r\nUpgrade\r\n\r\n', 24],
])('%s is a fault of the head, at its line', (_what, head, offset) => {
  const model = opened({}, encodeLatin1(`${head}suite`));
  expect(model.entries[2]).toMatchObject({ fault: { code: 'head-malformed', offset } });
  expect(model.entries[3]).toMatchObject({ kind: 'raw', why: 'after-fault' });
});

test('a head without end is a fault once it is too large, and is not kept whole', () => {
  const model = new InspectorModel();
  for (let i = 0; i < 40; i++) model.push(bytes('received', encodeLatin1('x'.repeat(1_000))));
  expect(model.entries).toMatchObject([
    { kind: 'head', fault: { code: 'head-too-large' } },
    { kind: 'raw', why: 'after-fault' },
  ]);
});

test('of a huge frame the beginning is kept, and all bytes are counted', () => {
  const model = opened();
  model.push(
    bytes('sent', encodeFrame({ opcode: OPCODE.binary, payload: new Uint8Array(70_000) })),
  );
  const [frame] = framesOf(model);
  expect(frame?.progress).toBe('whole');
  expect(frame?.bytes.total).toBe(70_010);
  expect(frame?.bytes.kept.length).toBe(KEPT_BYTES);
});

test('bytes that were not kept inside a frame leave the next frame readable', () => {
  const model = opened();
  model.push(bytes('sent', parseHex('82 0a 01 02'), 8));
  model.push(bytes('sent', HELLO));
  expect(framesOf(model)).toMatchObject([{ progress: 'whole' }, { progress: 'whole', faults: [] }]);
});

test('bytes that were not kept past the end of a frame leave the rest raw', () => {
  const model = opened();
  model.push(bytes('sent', parseHex('82 02 01 02'), 8));
  model.push(bytes('sent', HELLO));
  expect(after(model)).toMatchObject([
    { kind: 'frame', progress: 'whole' },
    { kind: 'raw', why: 'after-gap' },
  ]);
  expect((after(model)[1] as RawEntry).bytes.total).toBe(15);
});

test('in lab 1 what follows the 101 is bytes, one entry for each arrival', () => {
  const model = opened({ framesLater: true });
  model.push(bytes('received', MASKED_HELLO));
  model.push(bytes('received', MASKED_HELLO));
  expect(after(model)).toMatchObject([
    { kind: 'raw', why: 'later' },
    { kind: 'raw', why: 'later' },
  ]);
});

test('a flood keeps the latest entries and the count of all', () => {
  const model = opened();
  const ping = parseHex('89 00');
  for (let i = 0; i < 3 * KEPT_ENTRIES; i++) model.push(bytes('sent', ping));
  expect(model.entries).toHaveLength(KEPT_ENTRIES);
  expect(model.count).toBe(3 + 3 * KEPT_ENTRIES);
  expect(model.entries.at(-1)?.number).toBe(model.count);
});

test('clear() forgets entries, and connections go on where they are', () => {
  const model = opened();
  model.push(bytes('received', MASKED_HELLO.subarray(0, 3)));
  model.clear();
  model.push(bytes('received', MASKED_HELLO.subarray(3)));
  model.push(bytes('received', MASKED_HELLO));
  expect(model.entries).toMatchObject([{ kind: 'frame', number: 1, faults: [] }]);
});
