import { afterEach, expect, test, vi } from 'vitest';
import { encodeFrame } from '../frames/frame.ts';
import { parseHex } from '../hex.ts';
import { Receiver } from './receiver.ts';

const MEBIBYTE = 1_048_576;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts the bytes that are copied from one array to another: the work that could become quadratic. */
function countCopiedBytes(): () => number {
  const TypedArray = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
  let copied = 0;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with the right `this`
  const { set } = TypedArray;
  vi.spyOn(TypedArray, 'set').mockImplementation(function (this: Uint8Array, from, offset) {
    copied += from.length;
    set.call(this, from, offset);
  });
  return () => copied;
}

function memoryOfBuffers(): number {
  return process.memoryUsage().arrayBuffers;
}

test('a payload that comes byte by byte is copied a constant number of times', () => {
  const size = 40_000;
  const frame = encodeFrame({ opcode: 1, payload: new Uint8Array(size).fill(0x61) });
  const receiver = new Receiver({ role: 'client' });
  const copiedBytes = countCopiedBytes();
  let events = 0;
  for (let i = 0; i < frame.length; i++) events += receiver.push(frame.subarray(i, i + 1)).length;
  expect(events).toBe(2);
  // Gathered twice, for the frame and for the message, each at most 3 copies with the doubling.
  expect(copiedBytes()).toBeGreaterThanOrEqual(2 * size);
  expect(copiedBytes()).toBeLessThan(6 * size);
});

test('a message of many small fragments is copied a constant number of times', () => {
  const count = 5_000;
  const first = encodeFrame({ opcode: 2, payload: Uint8Array.of(1), fin: false });
  const next = encodeFrame({ opcode: 0, payload: Uint8Array.of(1), fin: false });
  const receiver = new Receiver({ role: 'client' });
  receiver.push(first);
  const copiedBytes = countCopiedBytes();
  for (let i = 0; i < count; i++) receiver.push(next);
  expect(copiedBytes()).toBeLessThan(6 * count);
});

test('many frames in one chunk are copied a constant number of times', () => {
  const one = encodeFrame({ opcode: 2, payload: Uint8Array.of(1, 2) });
  const count = 5_000;
  const chunk = Buffer.concat(Array.from({ length: count }, () => one));
  const copiedBytes = countCopiedBytes();
  expect(new Receiver({ role: 'client' }).push(chunk)).toHaveLength(2 * count);
  expect(copiedBytes()).toBeLessThanOrEqual(6 * 2 * count);
});

test('a length that is only announced takes no memory [RFC 6455 §10.4]', () => {
  const limit = 2 ** 30;
  const receivers = Array.from(
    { length: 100 },
    () => new Receiver({ role: 'client', maxFramePayload: limit, maxMessagePayload: limit }),
  );
  const before = memoryOfBuffers();
  for (const receiver of receivers) {
    expect(receiver.push(parseHex('82 7f 00 00 00 00 40 00 00 00  01 02 03'))).toEqual([]);
  }
  expect(memoryOfBuffers() - before).toBeLessThan(MEBIBYTE);
});

test('endless empty fragments take no memory', () => {
  const receiver = new Receiver({ role: 'client' });
  receiver.push(parseHex('01 00'));
  const flood = new Uint8Array(MEBIBYTE / 16);
  const before = memoryOfBuffers();
  expect(receiver.push(flood).every(({ type }) => type === 'frame')).toBe(true);
  expect(receiver.state).toBe('open');
  expect(memoryOfBuffers() - before).toBeLessThan(MEBIBYTE / 16);
});

test('endless fragments fail at the limit, whatever they hold', () => {
  const receiver = new Receiver({ role: 'client', maxMessagePayload: 1000 });
  receiver.push(parseHex('02 01 2a'));
  const fragment = parseHex('00 01 2a');
  let sent = 1;
  while (receiver.state === 'open' && sent < 5000) {
    receiver.push(fragment);
    sent++;
  }
  expect(receiver.state).toBe('failed');
  expect(sent).toBe(1001);
});

test('once it has failed, a receiver does no work at all', () => {
  const receiver = new Receiver({ role: 'client' });
  receiver.push(parseHex('ff'));
  receiver.push(parseHex('ff'));
  expect(receiver.state).toBe('failed');
  const copiedBytes = countCopiedBytes();
  expect(receiver.push(new Uint8Array(MEBIBYTE))).toEqual([]);
  expect(copiedBytes()).toBe(0);
});
