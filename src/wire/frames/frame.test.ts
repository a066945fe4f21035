import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHex } from '../hex.ts';
import { encodeUtf8 } from '../messages/utf8.ts';
import { decodeFrameHeader } from './frame-header.ts';
import { decodeFrame, encodeFrame, type FrameFields } from './frame.ts';
import { OPCODE } from './opcode.ts';

const KEY = parseHex('37 fa 21 3d');
const HELLO = encodeUtf8('Hello');

describe('a frame of the RFC or of the labs is read and written:', () => {
  test.each<[string, string, FrameFields]>([
    [
      'unmasked text [RFC 6455 §5.7]',
      `81              # FIN, text
       05              # not masked, 5 bytes
       48 65 6c 6c 6f  # Hello`,
      { opcode: OPCODE.text, payload: HELLO },
    ],
    [
      'masked text [RFC 6455 §5.7]',
      `81 85           # FIN, text, masked, 5 bytes
       37 fa 21 3d     # masking key
       7f 9f 4d 51 58  # Hello, masked`,
      { opcode: OPCODE.text, payload: HELLO, maskingKey: KEY },
    ],
    [
      'first fragment [RFC 6455 §5.7]',
      `01 03 48 65 6c  # text to be continued, 3 bytes, Hel`,
      { opcode: OPCODE.text, payload: encodeUtf8('Hel'), fin: false },
    ],
    [
      'last fragment [RFC 6455 §5.7]',
      `80 02 6c 6f     # FIN, continuation, 2 bytes, lo`,
      { opcode: OPCODE.continuation, payload: encodeUtf8('lo') },
    ],
    ['ping [RFC 6455 §5.7]', `89 05 48 65 6c 6c 6f`, { opcode: OPCODE.ping, payload: HELLO }],
    [
      'masked pong [RFC 6455 §5.7]',
      `8a 85 37 fa 21 3d 7f 9f 4d 51 58`,
      { opcode: OPCODE.pong, payload: HELLO, maskingKey: KEY },
    ],
    [
      'Close 1000 « bye », masked',
      `88 85 37 fa 21 3d
       34 12           # 03 e8, masked
       43 44 52        # bye, masked`,
      { opcode: OPCODE.close, payload: parseHex('03 e8 62 79 65'), maskingKey: KEY },
    ],
    [
      'no payload at all, masked',
      `81 80 37 fa 21 3d`,
      { opcode: OPCODE.text, payload: new Uint8Array(0), maskingKey: KEY },
    ],
    [
      'reserved bits and a reserved opcode: judging is for others',
      `7f 00           # RSV1, RSV2, RSV3, opcode F`,
      { opcode: 15, payload: new Uint8Array(0), fin: false, rsv1: true, rsv2: true, rsv3: true },
    ],
  ])('%s', (_what, annotated, fields) => {
    const bytes = parseHex(annotated);
    expect(encodeFrame(fields)).toEqual(bytes);
    const decoded = decodeFrame(bytes);
    expect(decoded?.size).toBe(bytes.length);
    expect(decoded?.frame).toMatchObject({ fin: true, ...fields });
  });
});

describe('the length takes its shortest form [RFC 6455 §5.2]:', () => {
  test.each([
    [0, '82 00'],
    [125, '82 7d'],
    [126, '82 7e 00 7e'],
    [127, '82 7e 00 7f'],
    [256, '82 7e 01 00'],
    [32767, '82 7e 7f ff'],
    [32768, '82 7e 80 00'],
    [65535, '82 7e ff ff'],
    [65536, '82 7f 00 00 00 00 00 01 00 00'],
    [100000, '82 7f 00 00 00 00 00 01 86 a0'],
  ])('%i bytes', (length, header) => {
    const frame = encodeFrame({ opcode: OPCODE.binary, payload: new Uint8Array(length) });
    expect(frame.subarray(0, -length || undefined)).toEqual(parseHex(header));
    expect(decodeFrame(frame)?.frame).toMatchObject({ payloadLength: length, minimalLength: true });
  });

  test.each([
    [5, '82 7e 00 05'],
    [125, '82 7e 00 7d'],
    [65535, '82 7f 00 00 00 00 00 00 ff ff'],
  ])('%i bytes in a longer form are read, and noted', (payloadLength, header) => {
    const noted = { payloadLength, minimalLength: false };
    expect(decodeFrameHeader(parseHex(header))).toMatchObject(noted);
  });
});

describe('an absurd length is refused before the masking key has come [RFC 6455 §5.2, §10.4]:', () => {
  test.each([
    ['the most significant bit', '81 ff 80 00 00 00 00 00 00 05', 'payload-length-sign-bit', 1002],
    ['2^60 bytes', '82 ff 10 00 00 00 00 00 00 00', 'frame-too-large', 1009],
    ['2^53 bytes', '82 ff 00 20 00 00 00 00 00 00', 'frame-too-large', 1009],
  ])('%s', (_what, header, code, closeCode) => {
    const bytes = parseHex(header);
    expect(() => decodeFrame(bytes)).toThrow(expect.objectContaining({ code, closeCode }));
    expect(decodeFrame(bytes.subarray(0, -1))).toBeNull();
  });

  test('2^53 - 1 bytes are the most that a number holds, and are read', () => {
    const header = decodeFrameHeader(parseHex('82 7f 00 1f ff ff ff ff ff ff'));
    expect(header?.payloadLength).toBe(Number.MAX_SAFE_INTEGER);
  });

  test('2^31 bytes are positive', () => {
    const header = decodeFrameHeader(parseHex('82 7f 00 00 00 00 80 00 00 00'));
    expect(header?.payloadLength).toBe(2 ** 31);
  });
});

const anyFrame: fc.Arbitrary<FrameFields> = fc.record({
  opcode: fc.nat(15),
  payload: fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(125, 126, 127).map((length) => new Uint8Array(length).fill(7)),
  ),
  fin: fc.boolean(),
  rsv1: fc.boolean(),
  rsv2: fc.boolean(),
  rsv3: fc.boolean(),
  maskingKey: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 }), { nil: null }),
});

test('every frame that is written is read back, whatever follows it', () => {
  fc.assert(
    fc.property(anyFrame, fc.uint8Array({ maxLength: 4 }), (fields, after) => {
      const written = encodeFrame(fields);
      const decoded = decodeFrame(new Uint8Array([...written, ...after]));
      expect(decoded?.size).toBe(written.length);
      expect(decoded?.frame).toMatchObject(fields);
    }),
  );
});

test('a frame is incomplete at every cut but the last', () => {
  for (const length of [0, 1, 125, 126, 200]) {
    for (const maskingKey of [null, KEY]) {
      const frame = encodeFrame({
        opcode: OPCODE.binary,
        payload: new Uint8Array(length),
        maskingKey,
      });
      for (let cut = 0; cut < frame.length; cut++) {
        expect(decodeFrame(frame.subarray(0, cut))).toBeNull();
      }
    }
  }
});

test('decodeFrame() leaves its bytes alone, even those of a Buffer', () => {
  const buffer = Buffer.from('818537fa213d7f9f4d5158', 'hex');
  const payload = decodeFrame(buffer)?.frame.payload;
  expect(buffer.toString('hex')).toBe('818537fa213d7f9f4d5158');
  expect(payload?.buffer).not.toBe(buffer.buffer);
});
