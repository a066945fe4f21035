// A server that breaks the rules, or that vanishes.
import { life, LOST, type ContractCase, type World } from './world.ts';

export const TROUBLE_CASES: readonly ContractCase[] = [
  {
    // By the RFC this fails the connection (§7.2.1), and `error` would fire: no browser fires it, nor do we.
    title: 'TCP that ends without a Close gives 1006, not cleanly',
    run: (world) => life(world, '/end'),
    expected: [['open', 1, ''], LOST],
  },
  {
    title: 'TCP that is reset without a Close gives 1006, as its end does',
    run: (world) =>
      life(world, '/reset', (socket) => {
        socket.addEventListener('open', () => {
          socket.send('');
        });
      }),
    expected: [['open', 1, ''], LOST],
  },
  {
    title: 'TCP that is reset after both Close frames takes nothing back [RFC 6455 §7.1.4]',
    run: (world) => life(world, '/close-reset'),
    expected: [
      ['open', 1, ''],
      ['close', 3, 4001, 'fini', true],
    ],
    chromium: {
      gives: [
        ['open', 1, ''],
        ['close', 3, 4001, 'fini', false],
      ],
      because:
        'Chromium says « not clean » of a reset; by the RFC, TCP that closes after the closing handshake is clean.',
    },
  },
  ...(
    [
      ['a masked frame', '/masked'],
      ['text that is no UTF-8', '/raw?frame=8101ff'],
      ['a reserved opcode', '/raw?frame=8300'],
      ['a reserved bit', '/raw?frame=c100'],
      ['a fragmented ping', '/raw?frame=0900'],
      ['a continuation of nothing', '/raw?frame=8000'],
      ['a Close of one byte', '/raw?frame=880103'],
      ['a Close 1005', '/raw?frame=880203ed'],
      ['a length whose first bit is set', '/raw?frame=827f8000000000000001'],
    ] as const
  ).map(([what, path]) => ({
    title: `${what} fails the connection: error, then close 1006 [RFC 6455 §7.1.7]`,
    run: (world: World) => life(world, path),
    expected: [['open', 1, ''], ['error', 3], LOST],
  })),
  {
    title: 'a Close 999 fails the connection: no code is under 1000 [RFC 6455 §7.4.2]',
    run: (world) => life(world, '/raw?frame=880203e7'),
    expected: [['open', 1, ''], ['error', 3], LOST],
    chromium: {
      gives: [
        ['open', 1, ''],
        ['close', 3, 999, '', true],
      ],
      because:
        'Chromium hands the page a code that the RFC leaves unused; a student’s server must not.',
    },
  },
];
