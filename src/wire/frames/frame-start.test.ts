import { expect, test } from 'vitest';
import { decodeFrameStart, encodeFrameStart } from './frame-start.ts';
import { isControlOpcode, OPCODE, opcodeName } from './opcode.ts';

test('all 65,536 pairs of bytes are read and written back, bit for bit', () => {
  for (let pair = 0; pair <= 0xffff; pair++) {
    const [byte0, byte1] = encodeFrameStart(decodeFrameStart(pair >> 8, pair & 0xff));
    if (((byte0 << 8) | byte1) !== pair) expect.fail(`${pair.toString(16)} is not written back`);
  }
});

test.each([
  ['fin', 0x80, 0x00],
  ['rsv1', 0x40, 0x00],
  ['rsv2', 0x20, 0x00],
  ['rsv3', 0x10, 0x00],
  ['masked', 0x00, 0x80],
] as const)('decodeFrameStart() finds %s in one bit [RFC 6455 §5.2]', (name, byte0, byte1) => {
  const none = { fin: false, rsv1: false, rsv2: false, rsv3: false, masked: false };
  expect(decodeFrameStart(byte0, byte1)).toEqual({ ...none, opcode: 0, length7: 0, [name]: true });
});

test('decodeFrameStart() finds the opcode and the length in the low bits', () => {
  expect(decodeFrameStart(0x0a, 0x7e)).toMatchObject({ opcode: 10, length7: 126 });
});

test('opcodeName() names six opcodes out of sixteen, three of the control frames among them', () => {
  const names = Array.from({ length: 16 }, (_, opcode) => opcodeName(opcode));
  expect(Object.fromEntries(names.map((name, opcode) => [name, opcode]))).toEqual({
    ...OPCODE,
    null: 15,
  });
  expect(names.filter((name) => name === null)).toHaveLength(10);
  expect([7, 8, 9, 10, 11, 15].map(isControlOpcode)).toEqual([false, true, true, true, true, true]);
});
