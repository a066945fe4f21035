// Grades step 3.2: the payload length in its three forms, RFC 6455 §5.2.
import { check, defineStep } from '../../../src/grading/index.ts';
import {
  expectLengths,
  expectPrefixes,
  expectRefusal,
  expectSize,
  expectUnchanged,
  FUNCTION,
  MODULE,
} from './expect-length.ts';
import { drawHeader, drawHeaders, hugeHeader } from './headers.ts';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

export const step = defineStep({
  exports: { [MODULE]: [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'De 0 à 125 octets, la longueur est dans les 7 bits',
      rfc: '§5.2',
      run: (context) => {
        const { random } = context;
        return expectLengths(context, drawHeaders(random, [0, 125, random.integer(1, 124)]));
      },
    }),
    check({
      id: 'C2',
      title: '126, 127, 256 octets : la longueur est lue sur 16 bits, dans l’ordre du réseau',
      rfc: '§5.2',
      run: (context) => {
        const { random } = context;
        // Two bytes that differ, whatever is done to them.
        const drawn = random.integer(1, 0x3f) * 256 + random.integer(0x80, 0xfe);
        return expectLengths(context, drawHeaders(random, [126, 127, 256, drawn]));
      },
    }),
    check({
      id: 'C3',
      title: '32 767, 32 768, 65 535 octets : les 16 bits n’ont pas de signe',
      rfc: '§5.2',
      run: (context) => {
        const { random } = context;
        const drawn = random.integer(32_769, 65_534);
        return expectLengths(context, drawHeaders(random, [32_767, 32_768, 65_535, drawn]));
      },
    }),
    check({
      id: 'C4',
      title: '65 536, 100 000 octets : la longueur est lue sur 64 bits',
      rfc: '§5.2',
      run: (context) => {
        const { random } = context;
        const drawn = random.integer(65_537, 2 ** 30);
        return expectLengths(context, drawHeaders(random, [65_536, 100_000, drawn]));
      },
    }),
    check({
      id: 'C5',
      title: 'De 2³¹ à 2⁵³ − 1 octets, les 64 bits sont lus exactement',
      rfc: '§5.2',
      run: (context) => {
        const { random } = context;
        const drawn = random.integer(1, 2 ** 20) * 2 ** 32 + random.integer(1, 2 ** 31 - 1);
        const lengths = [2 ** 31, 2 ** 32 + 5, 2 ** 40, drawn, Number.MAX_SAFE_INTEGER];
        return expectLengths(context, drawHeaders(random, lengths));
      },
    }),
    check({
      id: 'C6',
      title: 'Tant que la longueur n’est pas entière, le résultat est null',
      rfc: null,
      async run(context) {
        const { random } = context;
        // Inside the bounds of each form, which C1 and C2 try.
        for (const length of [random.integer(0, 124), random.integer(128, 1_125), 100_000]) {
          await expectPrefixes(context, drawHeader(random, length));
          await expectPrefixes(context, drawHeader(random, length, { masked: true }));
        }
      },
    }),
    check({
      id: 'C7',
      title: 'Une longueur au bit de gauche à 1, ou de plus de 2⁵³ − 1, est refusée : 1002 ou 1009',
      rfc: '§5.2',
      async run(context) {
        const { random } = context;
        const drawn = BigInt(random.integer(2 ** 21, 2 ** 31 - 1)) * 2n ** 32n;
        const lengths = [
          2n ** 60n,
          2n ** 63n + 5n,
          SAFE + 1n,
          SAFE + BigInt(random.integer(2, 999)),
          drawn + BigInt(random.integer(0, 2 ** 31)),
          2n ** 63n + BigInt(random.integer(0, 2 ** 31)),
          2n ** 64n - 1n,
        ];
        for (const length of lengths) {
          await expectRefusal(context, hugeHeader(random, length));
          await expectRefusal(context, hugeHeader(random, length, { masked: true }));
          await expectRefusal(context, hugeHeader(random, length, { masked: true, following: 9 }));
        }
      },
    }),
    check({
      id: 'C8',
      title: 'La taille de l’en-tête compte la clé s’il y en a une, et « octets » ne change pas',
      rfc: '§5.2',
      async run(context) {
        const { random } = context;
        const drawn = [
          random.integer(9, 124),
          random.integer(128, 65_534),
          random.integer(65_537, 2 ** 30),
          // A masked byte 1 is then 0x80, neither more nor less.
          0,
        ];
        // MASK is at the same place of its byte as FIN of the one before: each value of the one with each of the other.
        const options = [false, true].flatMap((masked) =>
          [false, true].map((fin) => ({ masked, fin, following: 5 })),
        );
        const headers = drawn.flatMap((length) =>
          options.map((each) => drawHeader(random, length, each)),
        );
        for (const header of headers) await expectSize(context, header);
        for (const header of headers) await expectUnchanged(context, header);
      },
    }),
  ],
});
