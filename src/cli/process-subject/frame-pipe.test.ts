import { randomBytes } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { encodeFrame, FRAME_CAP, FrameReader, SEAL_LENGTH } from './frame-pipe.ts';

function createReader(seal?: Uint8Array) {
  const values: unknown[] = [];
  const broken = vi.fn();
  return {
    values,
    broken,
    reader: new FrameReader({ received: (value) => values.push(value), broken }, seal),
  };
}

const VALUES = [{ a: 1n }, new Map([['b', Uint8Array.of(1, 2, 3)]]), null, 'x'.repeat(100_000)];

describe('FrameReader', () => {
  test('gives back each value, however the bytes are cut', () => {
    const bytes = Buffer.concat(VALUES.map((value) => encodeFrame(value)));
    for (const size of [1_000_000, 65_536, 4_097, 7, 1]) {
      const { reader, values } = createReader();
      for (let start = 0; start < bytes.length; start += size)
        reader.push(bytes.subarray(start, start + size));
      expect(values).toEqual(VALUES);
    }
  });

  test('gives bytes that the next frame does not overwrite', () => {
    const { reader, values } = createReader();
    reader.push(encodeFrame(Uint8Array.of(1)));
    reader.push(encodeFrame(Uint8Array.of(2)));
    expect(values).toEqual([Uint8Array.of(1), Uint8Array.of(2)]);
  });

  test.each([
    ['a length above the cap', Uint8Array.of(0xff, 0xff, 0xff, 0xff)],
    ['a payload that V8 cannot read', Uint8Array.of(0, 0, 0, 2, 1, 2)],
  ])('calls %s broken, once, and reads no further', (_name, bytes) => {
    const { reader, values, broken } = createReader();
    reader.push(bytes);
    reader.push(encodeFrame(1));
    expect(broken).toHaveBeenCalledOnce();
    expect(values).toEqual([]);
  });

  test('takes sealed values, and calls broken what comes without the seal or with another', () => {
    const seal = randomBytes(SEAL_LENGTH);
    for (const forged of [encodeFrame('a'), encodeFrame('a', randomBytes(SEAL_LENGTH))]) {
      const { reader, values, broken } = createReader(seal);
      reader.push(encodeFrame({ a: 1 }, seal));
      expect(broken).not.toHaveBeenCalled();
      reader.push(forged);
      reader.push(encodeFrame({ b: 2 }, seal));
      expect(values).toEqual([{ a: 1 }]);
      expect(broken).toHaveBeenCalledOnce();
    }
  });

  test('the cap leaves room for the largest evidence', () => {
    expect(encodeFrame(new Uint8Array(16 * 1024 * 1024)).length).toBeLessThan(FRAME_CAP / 2);
  });
});
