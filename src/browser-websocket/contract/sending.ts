// What `send()` takes, when, and how it is counted.
import { attempt, nextText, opened, record, type ContractCase } from './world.ts';

export const SENDING_CASES: readonly ContractCase[] = [
  {
    title: 'send() in CONNECTING throws InvalidStateError, whatever it is given',
    run: ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base}/silence`);
      const thrown = ['a', new Uint8Array(1), null].map((data) =>
        attempt(() => {
          socket.send(data as string);
        }),
      );
      socket.close();
      return Promise.resolve(thrown);
    },
    expected: Array(3).fill('InvalidStateError'),
  },
  {
    title: 'send() without an argument is a TypeError, and so is a symbol',
    run: async (world) => {
      const socket = await opened(world, '/echo');
      const thrown = [[], [Symbol('a')]].map((given) =>
        attempt(() => {
          (socket.send as (...given: unknown[]) => void)(...given);
        }),
      );
      socket.close();
      return thrown;
    },
    expected: ['TypeError', 'TypeError'],
  },
  {
    title:
      'send() takes text, Blob, ArrayBuffer and views, in their order, and strings of all else',
    run: async (world) => {
      const socket = await opened(world, '/count');
      const { log, closed } = record(socket);
      socket.send('é€😀');
      socket.send(new Blob([new Uint8Array(3)]));
      socket.send(new ArrayBuffer(4));
      socket.send(new DataView(new ArrayBuffer(8), 2, 5));
      socket.send({} as string);
      socket.send('\ud800');
      socket.send('');
      socket.addEventListener('message', () => {
        if (log.length === 7) socket.close();
      });
      await closed;
      return log.slice(0, 7).map((entry) => (entry as unknown[])[2]);
    },
    expected: ['text 9', 'binary 3', 'binary 4', 'binary 5', 'text 15', 'text 3', 'text 0'],
  },
  {
    title: 'send() takes the bytes as they are when it is called',
    run: async (world) => {
      const socket = await opened(world, '/echo');
      socket.binaryType = 'arraybuffer';
      const bytes = Uint8Array.of(1, 2, 3);
      socket.send(bytes);
      bytes.fill(9);
      const echoed = await nextText(socket);
      socket.close();
      return echoed;
    },
    expected: 'ArrayBuffer 1 2 3',
  },
  {
    title: 'bufferedAmount counts bytes of UTF-8 at once, and falls later, never within the script',
    run: async (world) => {
      const socket = await opened(world, '/echo');
      socket.send('é€');
      socket.send(new Uint8Array(10));
      const now = socket.bufferedAmount;
      await Promise.resolve();
      const afterMicrotask = socket.bufferedAmount;
      // Long after both have left: each empty message has been there and back.
      for (let turn = 0; turn < 4; turn += 1) {
        await nextText(socket);
        socket.send('');
      }
      const later = socket.bufferedAmount;
      socket.close();
      return [now, afterMicrotask, later];
    },
    expected: [15, 15, 0],
  },
  {
    title: 'send() after close() throws nothing, sends nothing, and is counted for ever',
    run: async (world) => {
      const socket = await opened(world, '/echo');
      const { log, closed } = record(socket);
      socket.close();
      socket.send('perdu');
      const closing = [socket.readyState, socket.bufferedAmount];
      await closed;
      socket.send(new Uint8Array(2));
      return [closing, socket.bufferedAmount, log];
    },
    expected: [[2, 5], 7, [['close', 3, 1005, '', true]]],
  },
];
