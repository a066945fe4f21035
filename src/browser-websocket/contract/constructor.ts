// What `new WebSocket()` refuses, and what it makes.
import { attempt, nextText, type ContractCase } from './world.ts';

/** Converting it to a string throws. */
const UNCONVERTIBLE = {
  toString: () => {
    throw new RangeError();
  },
};

export const CONSTRUCTOR_CASES: readonly ContractCase[] = [
  {
    title: 'new WebSocket() refuses, at once, what is no ws URL [WHATWG WebSockets §3.1]',
    run: ({ WebSocket }) =>
      Promise.resolve(
        ['ftp://a/', 'ws://a/#b', 'ws://a/#', 'ws://', 'ws://a:99999/', 'data:,a'].map((url) =>
          attempt(() => new WebSocket(url)),
        ),
      ),
    expected: Array(6).fill('SyntaxError'),
  },
  {
    title:
      'new WebSocket() converts its arguments before it reads them: none and symbols are TypeErrors',
    run: ({ WebSocket, base }) => {
      const Loose = WebSocket as unknown as new (...given: unknown[]) => unknown;
      const given = [[], [Symbol('a')], [base, Symbol('a')], ['ftp://a/', UNCONVERTIBLE]];
      return Promise.resolve(given.map((each) => attempt(() => new Loose(...each))));
    },
    expected: ['TypeError', 'TypeError', 'TypeError', 'RangeError'],
  },
  {
    title: 'new WebSocket() reads http: as ws:, and says its URL in full',
    run: ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base.replace('ws:', 'http:')}/silence?a=b c`);
      const { url, readyState, protocol, extensions, bufferedAmount, binaryType } = socket;
      socket.close();
      const path = url.slice(base.length);
      return Promise.resolve([
        path,
        url.slice(0, 3),
        readyState,
        protocol,
        extensions,
        bufferedAmount,
        binaryType,
      ]);
    },
    expected: ['/silence?a=b%20c', 'ws:', 0, '', '', 0, 'blob'],
  },
  {
    title: 'new WebSocket() refuses subprotocols that are no tokens, or that come twice',
    run: ({ WebSocket, base }) =>
      Promise.resolve(
        ['', 'a b', 'chat.v2, chat.v1', ['a', 'a'], ['a', ''], ['é']].map((protocols) =>
          attempt(() => new WebSocket(`${base}/silence`, protocols)),
        ),
      ),
    expected: Array(6).fill('SyntaxError'),
  },
  {
    title: 'the class cannot be called, and has its four constants, on its objects too',
    run: ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base}/silence`);
      socket.close();
      const names = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'] as const;
      return Promise.resolve([
        attempt(() => (WebSocket as unknown as () => unknown)()),
        names.map((name) => WebSocket[name]),
        names.map((name) => socket[name]),
        Object.prototype.toString.call(socket),
        socket instanceof EventTarget,
        WebSocket.name,
      ]);
    },
    expected: ['TypeError', [0, 1, 2, 3], [0, 1, 2, 3], '[object WebSocket]', true, 'WebSocket'],
  },
  {
    title: 'the request is a GET of version 13, with the subprotocols in their order',
    run: async ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base}/request?protocol=b`, ['a', 'b']);
      const text = JSON.parse(String(await nextText(socket))) as string[];
      socket.close();
      // The origin is the page's: it differs from one world to the other.
      return text.map((value, index) => (index === 2 ? typeof value : value));
    },
    expected: ['GET', '/request?protocol=b', 'string', 'a, b', '13'],
  },
];
