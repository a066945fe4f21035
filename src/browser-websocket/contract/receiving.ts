// What a page hears, and in which form.
import { closeOnMessage, life, once, type ContractCase } from './world.ts';

export const RECEIVING_CASES: readonly ContractCase[] = [
  {
    title:
      'binary messages are Blobs unless asked otherwise, and an unknown binaryType changes nothing',
    run: (world) =>
      life(world, '/hello', (socket) => {
        socket.binaryType = 'arraybuffer';
        socket.binaryType = 'blob';
        (socket as { binaryType: string }).binaryType = 'uint8array';
        socket.addEventListener('message', ({ data }) => {
          if (typeof data !== 'string') socket.close(1000);
        });
      }).then((log) => log[2]),
    expected: ['message', 1, 'Blob 5'],
  },
  {
    title: 'fragments make one message, and the ping between them is not seen',
    run: (world) => life(world, '/fragments', closeOnMessage(1000)),
    expected: [
      ['open', 1, ''],
      ['message', 1, 'é'],
      ['close', 3, 1000, '', true],
    ],
  },
  {
    title: 'a ping is answered without the page, with the same payload',
    run: (world) => life(world, '/ping', closeOnMessage(1000)).then((log) => log[1]),
    expected: ['message', 1, 'pong 5'],
  },
  {
    title: 'what comes after our close() is dropped',
    run: (world) =>
      life(world, '/late-message', (socket) => {
        socket.addEventListener('open', () => {
          socket.close(1000);
        });
      }),
    expected: [
      ['open', 1, ''],
      ['close', 3, 1000, '', true],
    ],
  },
  {
    title: 'message events say the origin of the server',
    run: async ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base}/hello`);
      const event = (await once(socket, 'message')) as MessageEvent;
      socket.close();
      return event.origin === base;
    },
    expected: true,
  },
];
