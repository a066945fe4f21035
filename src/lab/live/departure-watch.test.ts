import { describe, expect, test } from 'vitest';
import { encodeFrame, encodeLatin1, OPCODE } from '../../wire/index.ts';
import { FAREWELL_TIME, watchDeparture } from './departure-watch.ts';

const HEAD = encodeLatin1('GET /chat HTTP/1.1\r\nHost: a\r\n\r\n');
const KEY = Uint8Array.of(1, 2, 3, 4);
const frame = (opcode: number, payload: readonly number[] = []) =>
  encodeFrame({ fin: true, opcode, maskingKey: KEY, payload: Uint8Array.from(payload) });
const CLOSE = frame(OPCODE.close, [0x03, 0xe9]);
const join = (...parts: readonly Uint8Array[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** A watched connection, with time in the test's hands. */
function watched() {
  const told: string[] = [];
  const waiting: { milliseconds: number; callback: () => void }[] = [];
  const tap = watchDeparture(
    {
      bytes: (direction, bytes) => told.push(`${direction} ${bytes.length}`),
      ended: (direction, how) => told.push(`${direction} ${how}`),
    },
    {
      wait: (milliseconds, callback) => waiting.push({ milliseconds, callback }),
      left: () => told.push('left'),
    },
  );
  const pass = () => {
    for (const { callback } of waiting.splice(0)) callback();
  };
  return { tap, told, waiting, pass };
}

describe('watchDeparture()', () => {
  test.for([
    ['in one piece', [join(HEAD, CLOSE)]],
    ['after the handshake', [HEAD, CLOSE]],
    ['byte by byte', [...join(HEAD, CLOSE)].map((byte) => Uint8Array.of(byte))],
    ['after other frames', [HEAD, frame(OPCODE.text, [0x88, 0x80, 1]), frame(OPCODE.ping), CLOSE]],
    ['without a code', [HEAD, frame(OPCODE.close)]],
  ] as const)('a Close %s is a departure once the visitor has been waited for', ([, pieces]) => {
    const { tap, told, waiting, pass } = watched();
    for (const piece of pieces) tap.bytes('received', piece);
    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([FAREWELL_TIME]);
    expect(told).not.toContain('left');
    pass();
    expect(told.at(-1)).toBe('left');
  });

  test('a connection that ends in time has not been left', () => {
    const { tap, told, pass } = watched();
    tap.bytes('received', join(HEAD, CLOSE));
    tap.ended('both', 'fin');
    pass();
    expect(told).toEqual([`received ${HEAD.length + CLOSE.length}`, 'both fin']);
  });

  test.for([
    ['what the server sends', 'sent', [HEAD, CLOSE]],
    ['half a Close frame', 'received', [HEAD, CLOSE.subarray(0, -1)]],
    ['a Close in the payload of another frame', 'received', [HEAD, frame(OPCODE.text, [...CLOSE])]],
    ['a Close without a handshake', 'received', [CLOSE]],
    ['a frame that breaks a rule before it', 'received', [HEAD, Uint8Array.of(0x81, 0), CLOSE]],
    ['a head that never ends', 'received', [new Uint8Array(20_000), HEAD, CLOSE]],
  ] as const)('%s is no departure', ([, direction, pieces]) => {
    const { tap, told, waiting } = watched();
    for (const piece of pieces) tap.bytes(direction, piece);
    expect(waiting).toEqual([]);
    expect(told).toHaveLength(pieces.length);
  });
});
