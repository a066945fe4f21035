// The bytes of each multiplexer frame, and every malformed one.
import { describe, expect, test } from 'vitest';
import { decodeMuxFrame, encodeMuxFrame, type MuxFrame, writeDataHeader } from './mux-frame.ts';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

// type | stream   | payload
const FRAMES: [hex: string, frame: MuxFrame][] = [
  [
    '01 00000001 00010000 1f90 0000',
    { type: 'open', stream: 1, window: 65536, metadata: { port: 8080 } },
  ],
  [
    '01 00000003 00000001 0050 c35b 3a3a31',
    {
      type: 'open',
      stream: 3,
      window: 1,
      metadata: { port: 80, remotePort: 50011, remoteAddress: '::1' },
    },
  ],
  ['02 00000001 00000400', { type: 'accept', stream: 1, window: 1024 }],
  ['03 fffffffe 00', { type: 'refuse', stream: 0xfffffffe, reason: 'refused' }],
  ['03 00000002 01', { type: 'refuse', stream: 2, reason: 'busy' }],
  ['04 00000002 00ff', { type: 'data', stream: 2, bytes: bytesOf('00ff') }],
  ['05 00000002 80000000', { type: 'credit', stream: 2, bytes: 0x80000000 }],
  ['06 00000002', { type: 'end', stream: 2 }],
  ['07 00000002', { type: 'reset', stream: 2 }],
];

test.each(FRAMES)('%s is encoded and decoded', (hex, frame) => {
  expect(encodeMuxFrame(frame)).toEqual(bytesOf(hex));
  expect(decodeMuxFrame(bytesOf(hex))).toEqual(frame);
});

test.each(FRAMES)(
  '%s cut anywhere is an error or a shorter DATA or address, never a misread',
  (hex, frame) => {
    const bytes = bytesOf(hex);
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      if (frame.type === 'data' && length > 5) {
        expect(decodeMuxFrame(cut)).toMatchObject({ bytes: frame.bytes.subarray(0, length - 5) });
      } else if (frame.type === 'open' && length >= 13) {
        expect(decodeMuxFrame(cut)).toMatchObject({ metadata: { port: frame.metadata.port } });
      } else {
        expect(() => decodeMuxFrame(cut)).toThrow(expect.objectContaining({ code: 'short-frame' }));
      }
    }
  },
);

test.each([
  ['an unknown type', '08 00000001', 'unknown-type'],
  ['type zero', '00 00000001', 'unknown-type'],
  ['DATA without data', '04 00000001', 'short-frame'],
  ['END with a payload', '06 00000001 00', 'short-frame'],
  ['ACCEPT with too much', '02 00000001 0000040000', 'short-frame'],
  ['an address that is not ASCII', '01 00000001 00010000 1f90 0000 c3a9', 'bad-metadata'],
  ['an address with a line end', '01 00000001 00010000 1f90 0000 310a', 'bad-metadata'],
  ['an endless address', `01 00000001 00010000 1f90 0000 ${'31'.repeat(65)}`, 'bad-metadata'],
])('decodeMuxFrame() rejects %s', (_what, hex, code) => {
  expect(() => decodeMuxFrame(bytesOf(hex))).toThrow(expect.objectContaining({ code }));
});

describe('encodeMuxFrame() rejects metadata that does not fit', () => {
  test.each([
    [{ port: 65536 }],
    [{ port: -1 }],
    [{ port: 1.5 }],
    [{ port: 80, remotePort: 70000 }],
    [{ port: 80, remoteAddress: 'é' }],
    [{ port: 80, remoteAddress: '1'.repeat(65) }],
  ])('%j', (metadata) => {
    expect(() => encodeMuxFrame({ type: 'open', stream: 1, window: 1, metadata })).toThrow(
      RangeError,
    );
  });
});

test.each([1, 2, 255, 256, 65_536, 0xffff_fffe])(
  'the header of a DATA frame written apart is the one of the whole frame: stream %d',
  (stream) => {
    const whole = encodeMuxFrame({ type: 'data', stream, bytes: bytesOf('ff') });
    const apart = bytesOf('aa 00 00 00 00 00 ff');
    writeDataHeader(apart, 1, stream);
    expect(apart.subarray(1)).toEqual(whole);
    expect(apart[0]).toBe(0xaa);
  },
);
