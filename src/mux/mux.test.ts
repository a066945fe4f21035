// A mux alone against a peer written by hand: what a hostile or broken one may send, and what it costs.
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Carrier } from './carrier.ts';
import { messagePortCarrier } from './message-port-carrier.ts';
import {
  decodeMuxFrame,
  encodeMuxFrame,
  MAX_WINDOW,
  MIN_WINDOW,
  type MuxFrame,
} from './mux-frame.ts';
import { createMux, type IncomingStream, type MuxOptions } from './mux.ts';
import type { MuxStream } from './mux-stream.ts';

/** A carrier whose other end is the test: `receive` plays the peer, `sent` is what it was told. */
class HandCarrier implements Carrier {
  readonly sent: MuxFrame[] = [];
  isClosed = false;
  #onFrame: (frame: Uint8Array) => void = () => undefined;
  #onClose: () => void = () => undefined;
  send(frame: Uint8Array<ArrayBuffer>): void {
    this.sent.push(decodeMuxFrame(frame));
  }
  onFrame(listener: (frame: Uint8Array) => void): void {
    this.#onFrame = listener;
  }
  onClose(listener: () => void): void {
    this.#onClose = listener;
  }
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.#onClose();
  }
  receive(...frames: (MuxFrame | Uint8Array)[]): void {
    for (const frame of frames) {
      this.#onFrame(frame instanceof Uint8Array ? frame : encodeMuxFrame(frame));
    }
  }
}

/** An accepter with a window of 2,000 bytes that accepts every stream and never consumes. */
function accepter(options: Partial<MuxOptions> = {}) {
  const carrier = new HandCarrier();
  const streams: MuxStream[] = [];
  const received: number[] = [];
  const resets: string[] = [];
  const onStream = (incoming: IncomingStream) => {
    const stream = incoming.accept();
    streams.push(stream);
    stream.handle({
      data: (bytes) => received.push(bytes.length),
      end: () => received.push(0),
      reset: (reason) => resets.push(reason),
    });
  };
  const mux = createMux(carrier, { side: 'accepter', window: 2000, onStream, ...options });
  return { carrier, mux, streams, received, resets };
}

const OPEN = { type: 'open', stream: 1, window: 1000, metadata: { port: 80 } } as const;
const data = (length: number, stream = 1) =>
  ({ type: 'data', stream, bytes: new Uint8Array(length) }) as const;

test.each<[what: string, code: string, frames: (MuxFrame | Uint8Array)[]]>([
  ['an empty frame', 'short-frame', [new Uint8Array(0)]],
  ['a frame of four bytes', 'short-frame', [new Uint8Array(4)]],
  ['an unknown type', 'unknown-type', [new Uint8Array([99, 0, 0, 0, 1])]],
  ['DATA on a stream that never was', 'unknown-stream', [data(1, 7)]],
  ['RESET of stream 0', 'unknown-stream', [{ type: 'reset', stream: 0 }]],
  ['DATA on an id of ours, never opened', 'unknown-stream', [data(1, 2)]],
  ['OPEN with an id of our parity', 'bad-stream-id', [{ ...OPEN, stream: 2 }]],
  ['OPEN of the same id twice', 'bad-stream-id', [OPEN, OPEN]],
  ['OPEN of an earlier id', 'bad-stream-id', [{ ...OPEN, stream: 3 }, OPEN]],
  ['OPEN with an immense window', 'credit-overflow', [{ ...OPEN, window: MAX_WINDOW + 1 }]],
  ['ACCEPT of its own offer', 'unexpected-frame', [OPEN, { type: 'accept', stream: 1, window: 1 }]],
  [
    'REFUSE of its own offer',
    'unexpected-frame',
    [OPEN, { type: 'refuse', stream: 1, reason: 'busy' }],
  ],
  ['one byte beyond the credit', 'data-beyond-credit', [OPEN, data(1200), data(801)]],
  ['DATA after END', 'unexpected-frame', [OPEN, { type: 'end', stream: 1 }, data(1)]],
  ['END twice', 'unexpected-frame', [OPEN, { type: 'end', stream: 1 }, { type: 'end', stream: 1 }]],
  [
    'credit beyond all windows',
    'credit-overflow',
    [OPEN, { type: 'credit', stream: 1, bytes: 0xffffffff }],
  ],
])('%s closes the carrier and resets what was open', async (_what, code, frames) => {
  const { carrier, mux, streams, resets } = accepter();
  carrier.receive(...frames);
  expect(carrier.isClosed).toBe(true);
  expect(await mux.closed).toMatchObject({ by: 'us', violation: { code } });
  expect(resets).toEqual(streams.map(() => 'closed'));
});

test('DATA before the stream is accepted closes the carrier: an offer is worth no memory', async () => {
  const { carrier, mux } = accepter({ onStream: () => undefined });
  carrier.receive(OPEN, data(1));
  expect(await mux.closed).toMatchObject({ violation: { code: 'unexpected-frame' } });
});

test('a second ACCEPT closes the carrier', async () => {
  const { carrier, mux } = accepter();
  mux.open({ port: 1 });
  carrier.receive(
    { type: 'accept', stream: 2, window: 1 },
    { type: 'accept', stream: 2, window: 1 },
  );
  expect(await mux.closed).toMatchObject({ violation: { code: 'unexpected-frame' } });
});

test('nothing more is heard or said after the carrier has closed', () => {
  const { carrier, streams, received } = accepter();
  carrier.receive(OPEN, new Uint8Array(1));
  const said = carrier.sent.length;
  carrier.receive(data(1));
  streams[0]!.write(new Uint8Array(10));
  streams[0]!.end();
  expect(received).toEqual([]);
  expect(carrier.sent).toHaveLength(said);
});

test('exactly the window is taken, and credit goes back only for what is consumed', () => {
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

test('a flood of offers costs one refusal each and no memory', () => {
  const { carrier, streams } = accepter({ maxStreams: 2 });
  for (let id = 1; id < 20_001; id += 2) carrier.receive({ ...OPEN, stream: id });
  expect(streams).toHaveLength(2);
  expect(carrier.sent.filter((frame) => frame.type === 'refuse')).toHaveLength(9_998);
});

test('frames for a stream that has ended are ignored: they crossed its end on their way', () => {
  const { carrier, streams, received, resets } = accepter();
  carrier.receive(OPEN);
  streams[0]!.reset();
  carrier.receive(
    data(2000),
    data(2000),
    { type: 'credit', stream: 1, bytes: 9 },
    { type: 'end', stream: 1 },
  );
  expect(carrier.isClosed).toBe(false);
  expect(received).toEqual([]);
  expect(resets).toEqual([]);
});

test('a listener that throws leaves the offer refused and the mux sound', () => {
  const { carrier } = accepter({
    onStream: () => {
      throw new Error('listener');
    },
  });
  expect(() => {
    carrier.receive(OPEN);
  }).toThrow('listener');
  expect(carrier.sent).toEqual([{ type: 'reset', stream: 1 }]);
  expect(carrier.isClosed).toBe(false);
});

test('a data handler that throws loses no later data', () => {
  let isFirst = true;
  const received: number[] = [];
  const { carrier } = accepter({
    onStream: (incoming) => {
      incoming.accept().handle({
        data: (bytes) => {
          received.push(bytes.length);
          if (isFirst) {
            isFirst = false;
            throw new Error('handler');
          }
        },
        end: () => undefined,
        reset: () => undefined,
      });
    },
  });
  carrier.receive(OPEN);
  expect(() => {
    carrier.receive(data(1));
  }).toThrow('handler');
  carrier.receive(data(2));
  expect(received).toEqual([1, 2]);
});

test('write() after end() is a mistake of the caller and says so', () => {
  const { carrier, streams } = accepter();
  carrier.receive(OPEN);
  streams[0]!.end();
  expect(() => {
    streams[0]!.write(new Uint8Array(1));
  }).toThrow('after end()');
});

test.each([0, MIN_WINDOW - 1, MAX_WINDOW + 1, Number.NaN])(
  'a window of %d is refused at creation',
  (window) => {
    expect(() => accepter({ window })).toThrow(RangeError);
  },
);

test('a write whose carrier closes under it is never accepted', () => {
  const { carrier, streams, resets } = accepter();
  carrier.receive(OPEN);
  carrier.send = () => {
    carrier.close();
  };
  let accepted = 0;
  streams[0]!.write(new Uint8Array(10), () => accepted++);
  expect(accepted).toBe(0);
  expect(resets).toEqual(['closed']);
});

test('a handler is never entered again before it returns', () => {
  const order: string[] = [];
  const { carrier } = accepter({
    onStream: (incoming) => {
      incoming.accept().handle({
        data: (bytes) => {
          order.push(`data ${bytes.length}`);
          if (bytes.length === 1) carrier.receive(data(2), { type: 'end', stream: 1 });
          order.push('returns');
        },
        end: () => order.push('end'),
        reset: () => undefined,
      });
    },
  });
  carrier.receive(OPEN, data(1));
  expect(order).toEqual(['data 1', 'returns', 'data 2', 'returns', 'end']);
});

test('`opened` is told of a stream that we offered, and not of one that we accepted', () => {
  const told: string[] = [];
  const handlersOf = (name: string) => ({
    opened: () => told.push(name),
    data: () => undefined,
    end: () => undefined,
    reset: () => undefined,
  });
  const { carrier, mux } = accepter({
    onStream: (incoming) => {
      incoming.accept().handle(handlersOf('accepted'));
    },
  });
  mux.open({ port: 1 }).handle(handlersOf('offered'));
  carrier.receive(OPEN, { type: 'accept', stream: 2, window: 1 });
  expect(told).toEqual(['offered']);
});

test('an `opened` handler that throws holds back nothing that was written', () => {
  const { carrier, mux } = accepter();
  const stream = mux.open({ port: 1 });
  stream.write(new Uint8Array(5));
  stream.handle({
    opened: () => {
      throw new Error('handler');
    },
    data: () => undefined,
    end: () => undefined,
    reset: () => undefined,
  });
  expect(() => {
    carrier.receive({ type: 'accept', stream: 2, window: 1000 });
  }).toThrow('handler');
  expect(carrier.sent.slice(1)).toEqual([data(5, 2)]);
});

test('closing resets every stream, whatever their handlers throw, then throws the first error', () => {
  const { mux } = accepter();
  const resets: number[] = [];
  for (const port of [1, 2, 3]) {
    mux.open({ port }).handle({
      data: () => undefined,
      end: () => undefined,
      reset: () => {
        resets.push(port);
        if (port > 1) throw new Error(`handler ${port}`);
      },
    });
  }
  expect(() => {
    mux.close();
  }).toThrow('handler 2');
  expect(resets).toEqual([1, 2, 3]);
});
