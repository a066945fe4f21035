// The oracle of the labs reads what we write by ourselves.
import { expect, test } from 'vitest';
import { decodeFrameHeader, OPCODE } from '../../wire/index.ts';
import { frameStartSize, writeFrameStart } from './frame-start.ts';

test.each([0, 1, 125, 126, 127, 255, 256, 32 * 1024 + 5, 65_535])(
  'the start of a frame of %d bytes says so, in the shortest form [RFC 6455 §5.2]',
  (length) => {
    const start = Buffer.alloc(frameStartSize(length));
    writeFrameStart(start, length);
    expect(decodeFrameHeader(start)).toMatchObject({
      fin: true,
      rsv1: false,
      opcode: OPCODE.binary,
      masked: false,
      payloadLength: length,
      headerSize: start.length,
      minimalLength: true,
    });
  },
);
