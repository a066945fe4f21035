import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHex } from '../hex.ts';
import { describeFrame, fieldAtBit } from './frame-fields.ts';
import { encodeFrame } from './frame.ts';

const HEADER_NAMES = ['fin', 'rsv1', 'rsv2', 'rsv3', 'opcode', 'mask', 'payload-length'];

function summary(text: string): unknown[] {
  return describeFrame(parseHex(text))
    .filter(({ name }) => !HEADER_NAMES.includes(name))
    .map(({ name, startBit, bitLength, complete, value }) => [
      name,
      startBit,
      bitLength,
      complete,
      value,
    ]);
}

test('describeFrame() maps the two bytes that every frame has [RFC 6455 §5.2]', () => {
  const fields = describeFrame(parseHex('c9 80'));
  expect(
    fields.map(({ name, startBit, bitLength, value }) => [name, startBit, bitLength, value]),
  ).toEqual([
    ['fin', 0, 1, 1],
    ['rsv1', 1, 1, 1],
    ['rsv2', 2, 1, 0],
    ['rsv3', 3, 1, 0],
    ['opcode', 4, 4, 9],
    ['mask', 8, 1, 1],
    ['payload-length', 9, 7, 0],
  ]);
});

describe('describeFrame() maps what follows:', () => {
  test.each([
    ['a payload', '81 02 48 69', [['payload-data', 16, 16, true, parseHex('48 69')]]],
    [
      'a masking key, and the payload without it',
      '81 82 01 02 03 04 49 6b',
      [
        ['masking-key', 16, 32, true, parseHex('01 02 03 04')],
        ['payload-data', 48, 16, true, parseHex('48 69')],
      ],
    ],
    ['nothing when the payload is empty', '81 00', []],
    ['nothing past the end of the frame', '81 00 81 00', []],
    [
      'a Close code and reason, unmasked',
      '88 83 37 fa 21 3d 34 12 43',
      [
        ['masking-key', 16, 32, true, parseHex('37 fa 21 3d')],
        ['close-code', 48, 16, true, 1000],
        ['close-reason', 64, 8, true, parseHex('62')],
      ],
    ],
    [
      'one byte of Close payload as what it is',
      '88 01 03',
      [['payload-data', 16, 8, true, parseHex('03')]],
    ],
    [
      'a length that lies: what is there',
      '81 05 48',
      [['payload-data', 16, 8, false, parseHex('48')]],
    ],
    ['a 16-bit length', '82 7e 01 00', [['extended-payload-length', 16, 16, true, 256]]],
    ['half of one', '82 7e 01', [['extended-payload-length', 16, 8, false, 1]]],
    [
      'a length that no number holds',
      '82 7f ff ff ff ff ff ff ff ff',
      [['extended-payload-length', 16, 64, true, 2n ** 64n - 1n]],
    ],
    ['half a masking key', '81 81 37 fa', [['masking-key', 16, 16, false, parseHex('37 fa')]]],
  ])('%s', (_what, text, expected) => {
    expect(summary(text)).toEqual(expected);
  });
});

test('the fields of a frame cut anywhere cover each of its bits once, and no other', () => {
  const frame = encodeFrame({
    opcode: 8,
    payload: parseHex('03 e8 62 79 65'),
    maskingKey: parseHex('37 fa 21 3d'),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.nat(frame.length).map((n) => frame.subarray(0, n)),
      ),
      (bytes) => {
        let next = 0;
        for (const { startBit, bitLength } of describeFrame(bytes)) {
          expect(startBit).toBe(next);
          next += bitLength;
        }
        expect(next).toBeLessThanOrEqual(bytes.length * 8);
        if (bytes.buffer === frame.buffer) expect(next).toBe(bytes.length * 8);
      },
    ),
  );
});

test('fieldAtBit() names the field of a bit, or none past the end', () => {
  const fields = describeFrame(parseHex('81 02 48 69'));
  expect(fieldAtBit(fields, 0)?.name).toBe('fin');
  expect(fieldAtBit(fields, 7)?.name).toBe('opcode');
  expect(fieldAtBit(fields, 8)?.name).toBe('mask');
  expect(fieldAtBit(fields, 31)?.name).toBe('payload-data');
  expect(fieldAtBit(fields, 32)).toBeNull();
});
