// Credit, from both sides: what is taken, what is given back, and what a writer sends.
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Carrier } from './carrier.ts';
import { accepter, data, OPEN } from './hand-carrier.fixture.ts';
import { messagePortCarrier } from './message-port-carrier.ts';
import { MAX_WINDOW, MIN_WINDOW } from './mux-frame.ts';
import { createMux } from './mux.ts';

/** An accepter that consumes what it has received when it is told to. */
function consumer() {
  const consumers: (() => void)[] = [];
  const { carrier } = accepter({
    onStream: (incoming) => {
      incoming.accept().handle({
        data: (_bytes, consumed) => consumers.push(consumed),
        end: () => undefined,
        reset: () => undefined,
      });
    },
  });
  return { carrier, consumers };
}

test('exactly the window is taken, and credit goes back only for what is consumed', () => {
  const { carrier, consumers } = consumer();
  carrier.receive(OPEN, data(1200), data(800));
  expect(carrier.sent.map((frame) => frame.type)).toEqual(['accept']);
  consumers[0]!();
  consumers[0]!();
  expect(carrier.sent.slice(1)).toEqual([{ type: 'credit', stream: 1, bytes: 1200 }]);
  carrier.receive(data(1200));
  expect(carrier.isClosed).toBe(false);
});

test('a stream that nobody handles yet keeps at most one window', () => {
  const { carrier } = accepter({ onStream: (incoming) => incoming.accept() });
  carrier.receive(OPEN, data(2000));
  expect(carrier.isClosed).toBe(false);
  carrier.receive(data(1));
  expect(carrier.isClosed).toBe(true);
});

test('a frame of one byte costs 256 of credit, for what it weighs beside its payload', async () => {
  const { carrier, mux, received } = accepter({ window: 256 * 1024 });
  carrier.receive(OPEN);
  for (let count = 0; count < 1024; count++) carrier.receive(data(1));
  expect(carrier.isClosed).toBe(false);
  carrier.receive(data(1));
  expect(carrier.isClosed).toBe(true);
  expect(received).toHaveLength(1024);
  expect(await mux.closed).toMatchObject({ violation: { code: 'data-beyond-credit' } });
});

test('what is consumed of small frames gives back what they cost', () => {
  const { carrier, consumers } = consumer();
  carrier.receive(OPEN, data(1), data(300));
  for (const consumed of consumers) consumed();
  expect(carrier.sent.slice(1)).toEqual([{ type: 'credit', stream: 1, bytes: 556 }]);
});

test('a writer of single bytes stops where its peer would count too many', () => {
  const { carrier, streams } = accepter();
  carrier.receive(OPEN);
  for (let count = 0; count < 10; count++) streams[0]!.write(new Uint8Array(1));
  // 3 × 256 is the most that 1,000 pays for.
  expect(carrier.sent.slice(1)).toEqual([data(1), data(1), data(1)]);
  carrier.receive({ type: 'credit', stream: 1, bytes: 300 });
  expect(carrier.sent.slice(4)).toEqual([data(1), data(1)]);
  expect(streams[0]!.pendingBytes).toBe(5);
});

test.each([MIN_WINDOW, MIN_WINDOW + 255, 2000])(
  'in a window of %d bytes, writers of any size never wait for credit that nobody owes them',
  async (window) => {
    const { port1, port2 } = new MessageChannel();
    const received = Promise.withResolvers<number>();
    let bytes = 0;
    const reader = createMux(messagePortCarrier(port2), {
      side: 'accepter',
      window,
      onStream: (incoming) => {
        incoming.accept().handle({
          data: (chunk, consumed) => {
            bytes += chunk.length;
            consumed();
          },
          end: () => {
            received.resolve(bytes);
          },
          reset: () => undefined,
        });
      },
    });
    const stream = createMux(messagePortCarrier(port1), { side: 'opener' }).open({ port: 1 });
    let sum = 0;
    for (let size = 1; size < 3000; size += 97) {
      stream.write(new Uint8Array(size));
      sum += size;
    }
    stream.end();
    expect(await received.promise).toBe(sum);
    reader.close();
  },
);

test('a carrier that can join payloads by itself is given them as they were written', () => {
  const { carrier, streams } = accepter();
  carrier.receive(OPEN);
  const given: [number, Uint8Array][] = [];
  (carrier as Carrier).sendData = (stream, bytes) => given.push([stream, bytes]);
  const bytes = new Uint8Array(600);
  streams[0]!.write(bytes);
  streams[0]!.write(new Uint8Array(500));
  expect(given.map(([stream, each]) => [stream, each.length])).toEqual([
    [1, 600],
    [1, 400],
  ]);
  expect(given[0]![1]).toBe(bytes);
  expect(carrier.sent.map((frame) => frame.type)).toEqual(['accept']);
});

test('a writer sends what credit allows, and no more', () => {
  const { carrier, streams } = accepter();
  carrier.receive(OPEN);
  let accepted = 0;
  streams[0]!.write(new Uint8Array(600), () => accepted++);
  streams[0]!.write(new Uint8Array(700), () => accepted++);
  streams[0]!.end();
  expect(accepted).toBe(1);
  expect(carrier.sent.slice(1)).toEqual([data(600), data(400)]);
  carrier.receive({ type: 'credit', stream: 1, bytes: 300 });
  expect(accepted).toBe(2);
  expect(carrier.sent.slice(3)).toEqual([data(300), { type: 'end', stream: 1 }]);
});

test('writing one byte at a time from onAccepted does not deepen the stack', () => {
  const { carrier, streams } = accepter();
  carrier.receive({ ...OPEN, window: MAX_WINDOW });
  let left = 16_000;
  const next = () => {
    if (left-- > 0) streams[0]!.write(new Uint8Array(1), next);
  };
  next();
  expect(carrier.sent).toHaveLength(16_001);
});

test('an empty write is accepted at once and sends nothing', () => {
  const { carrier, streams } = accepter();
  carrier.receive({ ...OPEN, window: 0 });
  let accepted = 0;
  streams[0]!.write(new Uint8Array(0), () => accepted++);
  expect(accepted).toBe(1);
  expect(carrier.sent.map((frame) => frame.type)).toEqual(['accept']);
});

test.each([0, MIN_WINDOW - 1, MAX_WINDOW + 1, Number.NaN])(
  'a window of %d is refused at creation',
  (window) => {
    expect(() => accepter({ window })).toThrow(RangeError);
  },
);
