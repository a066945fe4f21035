// Who closes, with which code, and what the page is told.
import {
  attempt,
  heardCodes,
  life,
  opened,
  record,
  type ContractCase,
  type World,
} from './world.ts';

export const CLOSING_CASES: readonly ContractCase[] = [
  {
    title: 'close() refuses the codes that a page may not send: InvalidAccessError',
    run: async (world) => {
      const socket = await opened(world, '/echo');
      const codes = [0, 999, 1001, 1005, 1006, 2999, 5000, NaN, -1, 70_000, 5000.4];
      const thrown = codes.map((code) =>
        attempt(() => {
          socket.close(code);
        }),
      );
      const { readyState } = socket;
      socket.close();
      return [thrown, readyState];
    },
    expected: [Array(11).fill('InvalidAccessError'), 1],
  },
  {
    title: 'close() counts the reason in bytes of UTF-8: 123, not one more',
    run: async (world) => {
      const socket = await opened(world, '/close-other');
      const { log, closed } = record(socket);
      const thrown = ['é'.repeat(62), '😀'.repeat(31), 'a'.repeat(124)].map((reason) =>
        attempt(() => {
          socket.close(1000, reason);
        }),
      );
      socket.close(1000, 'é'.repeat(61));
      await closed;
      return [thrown, log];
    },
    expected: [Array(3).fill('SyntaxError'), [['close', 3, 4321, '1000 61', true]]],
  },
  {
    title: 'close() clamps its code to an integer',
    run: (world) => heardCodes(world, [3000.4, '4000', { valueOf: () => 4999 }]),
    expected: ['3000 0', '4000 0', '4999 0'],
  },
  {
    title: 'close() rounds a half to the even integer [Web IDL, « [Clamp] »]',
    run: (world) => heardCodes(world, [2999.5, 3000.5, 3001.5]),
    expected: ['3000 0', '3000 0', '3002 0'],
    chromium: {
      gives: ['InvalidAccessError', '3000 0', '3001 0'],
      because: 'Chromium cuts the fraction off, where Web IDL rounds.',
    },
  },
  {
    title: 'close() without a code sends an empty Close: the peer and the page are told 1005',
    run: async (world) => {
      const socket = await opened(world, '/close-other');
      const { log, closed } = record(socket);
      socket.close();
      await closed;
      return log;
    },
    expected: [['close', 3, 4321, '1005 0', true]],
  },
  {
    title: 'close() with a reason and no code says 1000 [WHATWG WebSockets §3.1]',
    run: async (world) => {
      const socket = await opened(world, '/close-other');
      const { log, closed } = record(socket);
      const thrown = attempt(() => {
        socket.close(undefined, 'fini');
      });
      if (thrown !== 'undefined') socket.close();
      await closed;
      return thrown === 'undefined' ? log : thrown;
    },
    expected: [['close', 3, 4321, '1000 4', true]],
    chromium: {
      gives: 'InvalidAccessError',
      because: 'Chromium reads as 0 the code that is not there, as soon as there is a reason.',
    },
  },
  {
    title: 'close() converts its reason before it judges its code',
    run: async (world) => {
      const socket = await opened(world, '/echo');
      const reason = {
        toString: () => {
          throw new RangeError();
        },
      };
      const thrown = attempt(() => {
        socket.close(1, reason as unknown as string);
      });
      socket.close();
      return thrown;
    },
    expected: 'RangeError',
  },
  {
    title: 'the code and the reason of the server’s Close are those of the event',
    run: (world) => life(world, '/close?code=4001&reason=session finie'),
    expected: [
      ['open', 1, ''],
      ['close', 3, 4001, 'session finie', true],
    ],
  },
  {
    title: 'an empty Close of the server gives 1005, cleanly',
    run: (world) => life(world, '/close'),
    expected: [
      ['open', 1, ''],
      ['close', 3, 1005, '', true],
    ],
  },
  ...[1001, 1011, 1012, 1014, 3000, 4999].map((code) => ({
    title: `a Close ${code} of the server is heard as it is`,
    run: (world: World) => life(world, `/close?code=${code}`).then((log) => log[1]),
    expected: ['close', 3, code, '', true],
  })),
];
