// The same bytes, cut in every way: the right receiver never notices, the naive one is fooled as real ones are.
import { describe, expect, test } from 'vitest';
import { formatHex, parseHex } from '../../wire/index.ts';
import { PRESETS, receiverLists, verdict } from './readings.ts';
import {
  countRight,
  FRAME_EDGES,
  MESSAGES,
  piecesOf,
  readNaively,
  readRightly,
  STREAM,
} from './receivers.ts';
import { cutterForm } from './static.ts';

const LAST = STREAM.length - 1;

test('the stream is three frames that a server sends', () => {
  expect(formatHex(STREAM)).toBe('81 05 53 61 6c 75 74 81 05 c3 89 74 c3 a9 81 03 4f 75 69');
  expect(FRAME_EDGES).toEqual([7, 14]);
});

describe('readRightly()', () => {
  test('delivers the three messages, wherever one or two cuts fall, and byte by byte', () => {
    for (let one = 1; one <= LAST; one++) {
      for (let other = one; other <= LAST; other++) {
        expect(readRightly(piecesOf(new Set([one, other]))).flat()).toEqual([...MESSAGES]);
      }
    }
    expect(readRightly(piecesOf(PRESETS.bytes)).flat()).toEqual([...MESSAGES]);
  });
});

describe('readNaively()', () => {
  test.each([
    ['81 02 6f 6b', { kind: 'message', text: 'ok', thrown: 0 }],
    ['81 02 6f 6b 81 00', { kind: 'message', text: 'ok', thrown: 2 }],
    ['81 05 53 61', { kind: 'cut', text: 'Sa', missing: 3 }],
    ['81 05 c3', { kind: 'cut', text: '\ufffd', missing: 4 }],
    ['81 05', { kind: 'cut', text: '', missing: 5 }],
    ['81', { kind: 'nothing' }],
    ['6c 75 74', { kind: 'garbage', opcode: 0xc }],
  ] as const)('takes %s for a frame', (hex, reading) => {
    expect(readNaively(parseHex(hex))).toEqual(reading);
  });

  test('is right only where cuts fall between frames', () => {
    const right = (cuts: ReadonlySet<number>) => countRight(piecesOf(cuts).map(readNaively));
    expect(right(PRESETS.frames)).toBe(3);
    expect(right(PRESETS.none)).toBe(1);
    expect(right(PRESETS.middle)).toBe(0);
    expect(right(PRESETS.bytes)).toBe(0);
  });

  test('survives any piece of the stream', () => {
    for (let start = 0; start < LAST; start++) {
      for (let end = start + 1; end <= LAST; end++) {
        expect(readNaively(STREAM.subarray(start, end)).kind).toMatch(/\w/);
      }
    }
  });
});

describe('what is said', () => {
  test('counts the messages that came whole', () => {
    expect(verdict(PRESETS.none)).toMatch(/1 message juste sur 3/);
    expect(verdict(PRESETS.frames)).toMatch(/par chance/);
  });

  test('names what is thrown away, what is missing and what waits', () => {
    expect(String(receiverLists(PRESETS.none))).toContain('jette 12');
    expect(String(receiverLists(PRESETS.middle))).toMatch(/il manque 3.*attend la suite/s);
  });

  test('shows the four ways on paper', () => {
    expect(cutterForm.html({}).match(/<tr>/g)).toHaveLength(5);
    expect(cutterForm.html({})).toContain('19 fois');
  });
});
