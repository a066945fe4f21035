import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeFrame, type FrameFields } from '../frames/frame.ts';
import type { Role } from '../frames/frame-rules.ts';
import { formatHex, parseHex } from '../hex.ts';
import { Receiver, type ReceiverEvent, type ReceiverOptions } from './receiver.ts';
import { encodeUtf8 } from './utf8.ts';

const KEY = '37 fa 21 3d';

/** An event in one line: what a test compares. */
function lineOf(event: ReceiverEvent): string {
  switch (event.type) {
    case 'frame':
      return `frame ${event.frame.opcode.toString(16)}${event.frame.fin ? '' : '…'} at ${event.offset}`;
    case 'message':
      return event.kind === 'text' ? `text ${event.data}` : `binary ${formatHex(event.data)}`;
    case 'ping':
    case 'pong':
      return `${event.type} ${formatHex(event.payload)}`.trimEnd();
    case 'close':
      return `close ${event.code} ${event.reason}`.trimEnd();
    case 'failure':
      return `failure ${event.error.code} ${event.error.closeCode} at ${event.offset}`;
  }
}

function receive(options: ReceiverOptions, chunks: readonly Uint8Array[]): string[] {
  const receiver = new Receiver(options);
  return chunks.flatMap((chunk) => receiver.push(chunk)).map(lineOf);
}

/** What a server receives from an annotated table, without the `frame` events. */
function outcome(annotated: string, options: Partial<ReceiverOptions> = {}): string[] {
  const lines = receive({ role: 'server', ...options }, [parseHex(annotated)]);
  return lines.filter((line) => !line.startsWith('frame '));
}

describe('what a client sends, a server receives:', () => {
  test.each([
    ['text', `81 85 ${KEY} 7f 9f 4d 51 58`, ['text Hello']],
    ['an empty text', `81 80 ${KEY}`, ['text']],
    ['binary', `82 82 00 00 00 00 01 02`, ['binary 01 02']],
    ['a ping with data', `89 85 ${KEY} 7f 9f 4d 51 58`, ['ping 48 65 6c 6c 6f']],
    ['a pong that nobody asked for', `8a 80 ${KEY}`, ['pong']],
    ['a Close with a code', `88 82 ${KEY} 34 12`, ['close 1000']],
    ['a Close with a reason', `88 85 ${KEY} 34 12 43 44 52`, ['close 1000 bye']],
    ['an empty Close, which is told as 1005', `88 80 ${KEY}`, ['close 1005']],
    ['fragments', `01 83 ${KEY} 7f 9f 4d  80 82 ${KEY} 5b 95`, ['text Hello']],
    [
      'fragments with a ping in between',
      `01 83 ${KEY} 7f 9f 4d  89 81 ${KEY} 1d  80 82 ${KEY} 5b 95`,
      ['ping 2a', 'text Hello'],
    ],
    ['a character cut by a fragment', `01 81 ${KEY} f4  80 81 ${KEY} 9e`, ['text é']],
    ['empty fragments', `01 80 ${KEY}  00 80 ${KEY}  80 80 ${KEY}`, ['text']],
    [
      'a binary message in fragments',
      `02 81 00 00 00 00 01  80 81 00 00 00 00 ff`,
      ['binary 01 ff'],
    ],
    [
      'a length that is not minimal: the RFC does not say to refuse it',
      `82 fe 00 01 00 00 00 00 2a`,
      ['binary 2a'],
    ],
    ['a byte order mark, which is text', `81 84 00 00 00 00 ef bb bf 61`, ['text \ufeffa']],
  ])('%s', (_what, annotated, events) => {
    expect(outcome(annotated)).toEqual(events.map((it) => (it === 'text' ? 'text ' : it)));
  });
});

describe('a server fails the connection on', () => {
  test.each([
    ['RSV1 [RFC 6455 §5.2]', `c1 80 ${KEY}`, 'reserved-bits-set 1002'],
    ['RSV2', `a1 80 ${KEY}`, 'reserved-bits-set 1002'],
    ['RSV3', `91 80 ${KEY}`, 'reserved-bits-set 1002'],
    ['opcode 3', `83 80 ${KEY}`, 'unknown-opcode 1002'],
    ['opcode F', `8f 80 ${KEY}`, 'unknown-opcode 1002'],
    ['an unmasked frame [RFC 6455 §5.1]', `81 05 48 65 6c 6c 6f`, 'frame-not-masked 1002'],
    ['a fragmented ping [RFC 6455 §5.5]', `09 80 ${KEY}`, 'control-frame-fragmented 1002'],
    ['a ping of 126 bytes', `89 fe 00 7e ${KEY}`, 'control-frame-too-long 1002'],
    [
      'a Close in the 64-bit form',
      `88 ff 00 00 00 00 00 00 00 02 ${KEY}`,
      'control-frame-too-long 1002',
    ],
    ['a continuation of nothing [RFC 6455 §5.4]', `80 80 ${KEY}`, 'unexpected-continuation 1002'],
    [
      'the top bit of the length [RFC 6455 §5.2]',
      `81 ff 80 00 00 00 00 00 00 05`,
      'payload-length-sign-bit 1002',
    ],
    [
      'a frame of 2^60 bytes [RFC 6455 §10.4]',
      `82 ff 10 00 00 00 00 00 00 00`,
      'frame-too-large 1009',
    ],
    ['a frame of 2^31 bytes', `82 ff 00 00 00 00 80 00 00 00`, 'frame-too-large 1009'],
    ['text that is not UTF-8 [RFC 6455 §8.1]', `81 81 00 00 00 00 ff`, 'invalid-utf8 1007'],
    ['a surrogate', `81 83 00 00 00 00 ed a0 80`, 'invalid-utf8 1007'],
  ])('%s, and processes nothing more', (_what, annotated, failure) => {
    expect(outcome(`${annotated} 81 80 ${KEY}`)).toEqual([`failure ${failure} at 0`]);
  });

  test.each([
    [
      'a second text inside a message [RFC 6455 §5.4]',
      `01 80 ${KEY}  81 80 ${KEY}`,
      'expected-continuation 1002 at 6',
    ],
    [
      'a continuation after the end',
      `81 80 ${KEY}  80 80 ${KEY}`,
      'unexpected-continuation 1002 at 6',
    ],
    [
      'text that ends inside a character',
      `01 81 00 00 00 00 c3  80 80 ${KEY}`,
      'invalid-utf8 1007 at 7',
    ],
    [
      'a Close payload of one byte [RFC 6455 §5.5.1]',
      `88 81 ${KEY} 34`,
      'close-payload-one-byte 1002 at 0',
    ],
    ['Close 1005 [RFC 6455 §7.4.1]', `88 82 ${KEY} 34 17`, 'close-code-invalid 1002 at 0'],
    ['a reason that is not UTF-8', `88 83 00 00 00 00 03 e8 ff`, 'invalid-utf8 1007 at 0'],
  ])('%s', (_what, annotated, failure) => {
    expect(outcome(annotated).at(-1)).toBe(`failure ${failure}`);
  });

  test('a bad byte of text at once, before the frame is whole', () => {
    expect(outcome(`81 8a 00 00 00 00 61 ff`)).toEqual(['failure invalid-utf8 1007 at 0']);
  });

  test('an excessive length at once, before the masking key', () => {
    const options = { maxFramePayload: 125 };
    expect(outcome('82 fe 00 7e', options)).toEqual(['failure frame-too-large 1009 at 0']);
    expect(outcome(`82 fd ${KEY}`, options)).toEqual([]);
  });

  test('but not a control frame for passing a limit set on data', () => {
    expect(outcome('89 82 00 00 00 00 01 02', { maxFramePayload: 1 })).toEqual(['ping 01 02']);
  });
});

test('a client receives unmasked frames and fails on a masked one [RFC 6455 §5.1]', () => {
  expect(outcome('81 05 48 65 6c 6c 6f', { role: 'client' })).toEqual(['text Hello']);
  expect(outcome(`81 80 ${KEY}`, { role: 'client' })).toEqual(['failure frame-masked 1002 at 0']);
});

test('after a Close, everything is discarded [RFC 6455 §1.4]', () => {
  const receiver = new Receiver({ role: 'server' });
  const close = parseHex(`88 80 ${KEY} 81 00`);
  expect(receiver.push(close).map(lineOf)).toEqual(['frame 8 at 0', 'close 1005']);
  expect(receiver.state).toBe('closed');
  expect(receiver.push(parseHex('ff ff'))).toEqual([]);
});

describe('the limit of a message counts all its fragments [RFC 6455 §10.4]:', () => {
  const options = { maxMessagePayload: 4 };
  const pair = (second: string): string => `02 82 00 00 00 00 01 02  ${second}`;

  test('as many bytes as the limit are delivered', () => {
    expect(outcome(pair('80 82 00 00 00 00 03 04'), options)).toEqual(['binary 01 02 03 04']);
  });

  test('one more fails at the header of the fragment that announces it', () => {
    expect(outcome(pair('80 83 00 00 00 00'), options)).toEqual([
      'failure message-too-large 1009 at 8',
    ]);
  });

  test('the next message starts from zero, and control frames do not count', () => {
    const ping = '89 83 00 00 00 00 01 02 03';
    const twice = `${pair('80 80 00 00 00 00')} ${ping}`;
    expect(outcome(`${twice} ${twice}`, options)).toEqual([
      'binary 01 02',
      'ping 01 02 03',
      'binary 01 02',
      'ping 01 02 03',
    ]);
  });
});

test('a frame event shows the header as it came and the payload unmasked', () => {
  const [event] = new Receiver({ role: 'server' }).push(parseHex(`01 83 ${KEY} 7f 9f 4d`));
  expect(event).toEqual({
    type: 'frame',
    offset: 0,
    frame: {
      fin: false,
      rsv1: false,
      rsv2: false,
      rsv3: false,
      opcode: 1,
      masked: true,
      maskingKey: parseHex(KEY),
      payloadLength: 3,
      headerSize: 6,
      minimalLength: true,
      payload: encodeUtf8('Hel'),
    },
  });
});

test('the masking key of a frame event survives the next frame', () => {
  const receiver = new Receiver({ role: 'server' });
  const events = receiver.push(parseHex('89 80 01 02 03 04  89 80 05 06 07 08'));
  const keys = events.map((event) => (event.type === 'frame' ? event.frame.maskingKey : null));
  expect(keys).toEqual([parseHex('01 02 03 04'), null, parseHex('05 06 07 08'), null]);
});

test('what was delivered survives the chunk it came in', () => {
  const receiver = new Receiver({ role: 'client' });
  const chunk = Buffer.from('8202aabb', 'hex');
  const events = receiver.push(chunk);
  chunk.fill(0);
  expect(events.map(lineOf)).toEqual(['frame 2 at 0', 'binary aa bb']);
});

/** A conversation with everything in it, for a receiver of either role. */
function conversation(role: Role): Uint8Array {
  const maskingKey = role === 'server' ? parseHex(KEY) : null;
  const frames: FrameFields[] = [
    { opcode: 1, payload: encodeUtf8('é€😀') },
    { opcode: 2, payload: new Uint8Array(126).fill(1) },
    { opcode: 1, payload: encodeUtf8('é').subarray(0, 1), fin: false },
    { opcode: 9, payload: encodeUtf8('*') },
    { opcode: 0, payload: new Uint8Array(0), fin: false },
    { opcode: 0, payload: encodeUtf8('é').subarray(1) },
    { opcode: 10, payload: new Uint8Array(0) },
    { opcode: 8, payload: parseHex('03 e8 c3 a9') },
  ];
  return Buffer.concat(frames.map((frame) => encodeFrame({ ...frame, maskingKey })));
}

test.each<Role>(['server', 'client'])(
  'a %s receives the same, wherever the stream is cut in two',
  (role) => {
    const stream = conversation(role);
    const whole = receive({ role }, [stream]);
    expect(whole.at(-1)).toBe('close 1000 é');
    for (let cut = 0; cut <= stream.length; cut++) {
      expect(receive({ role }, [stream.subarray(0, cut), stream.subarray(cut)])).toEqual(whole);
    }
    expect(
      receive(
        { role },
        Array.from(stream, (byte) => Uint8Array.of(byte)),
      ),
    ).toEqual(whole);
  },
);

test('any bytes, cut in any way, give the same events, and never an exception', () => {
  const plausible = fc.array(
    fc
      .record({
        opcode: fc.constantFrom(0, 0, 1, 2, 8, 9, 10, 3),
        payload: fc.uint8Array({ maxLength: 8 }),
        fin: fc.boolean(),
        maskingKey: fc.uint8Array({ minLength: 4, maxLength: 4 }),
      })
      .map((fields) => encodeFrame(fields)),
    { maxLength: 5 },
  );
  const stream = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    plausible.map((frames) => Buffer.concat(frames)),
  );
  fc.assert(
    fc.property(stream, fc.array(fc.nat(60), { maxLength: 6 }), (bytes, cuts) => {
      const edges = [
        0,
        ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b),
        bytes.length,
      ];
      const chunks = edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
      const options = { role: 'server', maxFramePayload: 6, maxMessagePayload: 9 } as const;
      expect(receive(options, chunks)).toEqual(receive(options, [bytes]));
    }),
    { numRuns: 1000 },
  );
});
