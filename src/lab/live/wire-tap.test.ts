import { expect, test } from 'vitest';
import type { WireEvent } from '../inspector/wire-event.ts';
import { PENDING_EVENTS, TAP_CAPS, WireTap } from './wire-tap.ts';

function createTap() {
  const batches: (readonly WireEvent[])[] = [];
  const untold: number[] = [];
  const waiting: (() => void)[] = [];
  const tap = new WireTap({
    now: () => 7,
    wait: (_milliseconds, callback) => waiting.push(callback),
    deliver: (events, missed) => {
      batches.push(events);
      untold.push(missed);
    },
  });
  /** Lets the interval between two batches pass. */
  const pass = (): void => {
    for (const callback of waiting.splice(0)) callback();
  };
  return { tap, batches, untold, pass };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a batch tells who came, what passed in order, and how it ended; pieces of one direction are joined', () => {
  const { tap, batches, pass } = createTap();
  const visitor = tap.open(1, 'Visiteur 1');
  visitor.bytes('received', bytes('GET'));
  visitor.bytes('received', bytes(' /'));
  visitor.bytes('sent', bytes('101'));
  visitor.bytes('received', bytes('x'));
  visitor.ended('both', 'reset');
  expect(batches).toEqual([]);
  pass();
  expect(batches).toEqual([
    [
      { kind: 'opened', connection: 1, at: 7, label: 'Visiteur 1' },
      {
        kind: 'bytes',
        connection: 1,
        at: 7,
        direction: 'received',
        bytes: bytes('GET /'),
        omitted: 0,
      },
      { kind: 'bytes', connection: 1, at: 7, direction: 'sent', bytes: bytes('101'), omitted: 0 },
      { kind: 'bytes', connection: 1, at: 7, direction: 'received', bytes: bytes('x'), omitted: 0 },
      { kind: 'ended', connection: 1, at: 7, direction: 'both', how: 'reset' },
    ],
  ]);
});

test('what the tap was given may change afterwards', () => {
  const { tap, batches, pass } = createTap();
  const given = bytes('a');
  tap.open(1, '').bytes('sent', given);
  given.fill(0);
  pass();
  expect(batches[0]?.[1]).toMatchObject({ bytes: bytes('a') });
});

test('the next batch waits until the last one was taken, however long, and counts stay one event', () => {
  const { tap, batches, pass } = createTap();
  const visitor = tap.open(1, '');
  visitor.bytes('sent', new Uint8Array(TAP_CAPS.direction));
  pass();
  for (let count = 0; count < 1_000; count += 1) visitor.bytes('sent', new Uint8Array(10));
  pass();
  expect(batches).toHaveLength(1);
  tap.acknowledge();
  pass();
  expect(batches[1]).toEqual([
    {
      kind: 'bytes',
      connection: 1,
      at: 7,
      direction: 'sent',
      bytes: new Uint8Array(0),
      omitted: 10_000,
    },
  ]);
});

test('beyond its cap a direction is counted, and the other is still kept', () => {
  const { tap, batches, pass } = createTap();
  const visitor = tap.open(1, '');
  visitor.bytes('received', new Uint8Array(TAP_CAPS.direction + 5));
  visitor.bytes('sent', bytes('ok'));
  pass();
  const [, received, sent] = batches[0] ?? [];
  expect(received).toMatchObject({ omitted: 5 });
  expect(received?.kind === 'bytes' && received.bytes.length).toBe(TAP_CAPS.direction);
  expect(sent).toMatchObject({ bytes: bytes('ok'), omitted: 0 });
});

test('once a run has its fill, only the beginnings of the visits to come are kept', () => {
  const { tap, batches, pass } = createTap();
  const full = TAP_CAPS.run / TAP_CAPS.direction;
  for (let number = 1; number <= full; number += 1) {
    tap.open(number, '').bytes('sent', new Uint8Array(TAP_CAPS.direction));
  }
  const late = tap.open(full + 1, '');
  late.bytes('sent', new Uint8Array(TAP_CAPS.direction));
  late.bytes('sent', new Uint8Array(1));
  pass();
  const event = batches[0]?.at(-1);
  expect(event?.kind === 'bytes' && [event.bytes.length, event.omitted]).toEqual([
    TAP_CAPS.head,
    TAP_CAPS.direction - TAP_CAPS.head + 1,
  ]);
});

test('chunks of one byte that alternate while a batch is not taken leave a bounded number of events, and every byte counted', () => {
  const { tap, batches, pass } = createTap();
  const visitors = [tap.open(1, ''), tap.open(2, '')];
  pass();
  for (let count = 0; count < 100_000; count += 1) {
    for (const visitor of visitors) {
      visitor.bytes('received', Uint8Array.of(count));
      visitor.bytes('sent', Uint8Array.of(count));
    }
  }
  tap.acknowledge();
  pass();
  const events = batches[1] ?? [];
  expect(events.length).toBeLessThanOrEqual(PENDING_EVENTS);
  for (const direction of ['received', 'sent'] as const) {
    const pieces = events.filter(
      (event) => event.kind === 'bytes' && event.connection === 2 && event.direction === direction,
    );
    const kept = pieces.flatMap((event) => (event.kind === 'bytes' ? [...event.bytes] : []));
    const expected = Uint8Array.from({ length: TAP_CAPS.direction }, (_, index) => index);
    expect(Buffer.from(kept).equals(expected)).toBe(true);
    const last = pieces.at(-1);
    expect(last?.kind === 'bytes' && last.omitted).toBe(100_000 - TAP_CAPS.direction);
  }
});

test('visitors who come when too much waits are only counted, and those after the batch are told again', () => {
  const { tap, batches, untold, pass } = createTap();
  for (let number = 1; number <= PENDING_EVENTS; number += 1) tap.open(number, '');
  const late = tap.open(PENDING_EVENTS + 1, '');
  late.bytes('received', bytes('GET'));
  late.ended('both', 'reset');
  pass();
  expect(batches[0]).toHaveLength(PENDING_EVENTS);
  tap.acknowledge();
  tap.open(PENDING_EVENTS + 2, '');
  pass();
  expect(batches[1]).toMatchObject([{ kind: 'opened', connection: PENDING_EVENTS + 2 }]);
  expect(untold).toEqual([1, 0]);
});
