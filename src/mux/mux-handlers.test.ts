// What a stream’s user is told, in which order, and what its mistakes cost the others: nothing.
import { expect, test } from 'vitest';
import { accepter, data, OPEN } from './hand-carrier.fixture.ts';

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
