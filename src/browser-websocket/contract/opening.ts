// From the request to `open`, or to a failure that says nothing.
import { closeOnMessage, life, LOST, record, type ContractCase, type World } from './world.ts';

export const OPENING_CASES: readonly ContractCase[] = [
  {
    title: 'a life without trouble: open, messages in their order, close',
    run: (world) =>
      life(world, '/hello', (socket) => {
        socket.binaryType = 'arraybuffer';
        socket.addEventListener('message', ({ data }) => {
          if (typeof data !== 'string') socket.close(1000, 'merci');
        });
      }),
    expected: [
      ['open', 1, ''],
      ['message', 1, 'é€😀'],
      ['message', 1, 'ArrayBuffer 72 101 108 108 111'],
      ['close', 3, 1000, 'merci', true],
    ],
  },
  {
    title: 'the subprotocol that the server chose is known when it opens',
    run: (world) =>
      life(world, '/hello?protocol=chat', closeOnMessage(), ['superchat', 'chat']).then((log) =>
        log.slice(0, 1),
      ),
    expected: [['open', 1, 'chat']],
  },
  ...(
    [
      ['one that was not offered', '/hello?protocol=autre', ['chat']],
      ['two at once', '/hello?protocol=chat, superchat', ['chat', 'superchat']],
      ['none, where some were offered [WHATWG WebSockets §2.2]', '/hello', ['chat']],
    ] as const
  ).map(([what, path, protocols]) => ({
    title: `a server that chooses ${what} fails the connection: error, then close 1006`,
    run: (world: World) => life(world, path, undefined, [...protocols]),
    expected: [['error', 3], LOST],
  })),
  ...(
    [
      ['answers 403', '/hello?status=403'],
      ['answers 200', '/hello?status=200'],
      ['computes another accept key', '/bad-accept'],
    ] as const
  ).map(([what, path]) => ({
    title: `a server that ${what} fails the connection: the page is told no more than 1006`,
    run: (world: World) => life(world, path),
    expected: [['error', 3], LOST],
  })),
  {
    title: 'close() in CONNECTING gives the connection up: error, then close 1006',
    run: (world) =>
      life(world, '/silence', (socket) => {
        socket.close();
      }),
    expected: [['error', 3], LOST],
  },
  {
    title: 'close() in CONNECTING says CLOSING at once, and nothing has fired yet',
    run: ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base}/silence`);
      const { log } = record(socket);
      socket.close(1000);
      socket.close(3000, 'encore');
      return Promise.resolve([socket.readyState, log.length]);
    },
    expected: [2, 0],
  },
];
