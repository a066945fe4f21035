// Grades step 2.2: masking whole payloads, RFC 6455 §5.3.
import {
  check,
  type CheckContext,
  defineStep,
  encodeUtf8,
  fail,
  hexadecimal,
  type Random,
  readBytes,
} from '../../../src/grading/index.ts';
import { expectPurity } from './expect-purity.ts';
import { drawKey, KEY_WITH_ZEROS, RFC_KEY } from '../keys.ts';
import { argumentsOf, expectMasked, FUNCTION, MODULE } from './masking.ts';
import type { Masking } from './mistakes.ts';
import { EMPTY, TWICE } from './messages.ts';

/** Accents, a currency sign, an emoji: each takes several bytes, all of them above 127. */
const WIDE = ['é', 'ç', 'œ', '€', '…', '😀', '🧵', 'ž', '中'];

function drawWideText(random: Random): string {
  return Array.from({ length: 6 }, () => random.pick(WIDE)).join('');
}

/** A zero under each byte of the key, and one at the very end. */
const DATA_WITH_ZEROS = Uint8Array.of(0, 0, 0, 0, 0x65, 0x66, 0x67, 0x68, 0);

/** One call each: what one call does to the memory of another is another check's business. */
async function expectEach(
  { call }: CheckContext,
  maskings: readonly Masking[],
  hint: string,
): Promise<void> {
  for (const masking of maskings) {
    expectMasked(await call(FUNCTION, ...argumentsOf(masking)), masking, hint);
  }
}

export const step = defineStep({
  exports: { [MODULE]: [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: '« Hello », avec la clé de la RFC, donne les octets de la RFC',
      rfc: '§5.7',
      run: (context) =>
        expectEach(
          context,
          [{ data: encodeUtf8('Hello'), key: RFC_KEY }],
          'Refaites à la main l’octet où les deux se séparent : l’octet i des données, « ^ », l’octet « i % 4 » de la clé. Le premier donne 0x48 ^ 0x37 = 0x7f.',
        ),
    }),
    check({
      id: 'C2',
      title: 'Les octets au-dessus de 127 sont masqués comme les autres',
      rfc: '§5.3',
      run: (context) =>
        expectEach(
          context,
          [
            { data: encodeUtf8('é€😀'), key: RFC_KEY },
            { data: encodeUtf8(drawWideText(context.random)), key: drawKey(context.random) },
          ],
          'On masque des octets, de 0 à 255, jamais des caractères.',
        ),
    }),
    check({
      id: 'C3',
      title: 'Sans donnée, le résultat est vide',
      rfc: '§5.3',
      async run({ call, random }) {
        for (const key of [RFC_KEY, drawKey(random)]) {
          const returned = await call(FUNCTION, new Uint8Array(), key);
          const actual = readBytes(returned);
          if (actual.length === 0) continue;
          fail({
            message: EMPTY.something(actual.length),
            sent: returned.sent,
            expected: EMPTY.nothing,
            actual: hexadecimal(actual),
            hint: EMPTY.hint,
          });
        }
      },
    }),
    check({
      id: 'C4',
      title: 'Masquer deux fois avec la même clé redonne les octets de départ',
      rfc: '§5.3',
      async run({ call, random }) {
        const data = random.bytes(1021);
        const key = drawKey(random);
        // Zero at one pass, then at the other.
        data[9] = 0;
        data[10] = key[2] ?? 0;
        const masked = readBytes(await call(FUNCTION, data, key));
        const twice = readBytes(await call(FUNCTION, masked, key));
        const offset = data.findIndex((byte, index) => byte !== twice[index]);
        if (offset === -1 && twice.length === data.length) return;
        fail({
          message: TWICE.message,
          sent: TWICE.sent(data.length, key),
          expected: TWICE.bytes(data, offset),
          actual: TWICE.bytes(twice, offset),
          where: TWICE.where(offset, twice.length, data.length),
          hint: TWICE.hint,
        });
      },
    }),
    check({
      id: 'C5',
      title:
        'Le résultat a sa propre mémoire : ni les arguments ni les résultats déjà rendus ne changent',
      rfc: null,
      run: expectPurity,
    }),
    check({
      id: 'C6',
      title: 'Toutes les longueurs de 0 à 9 sont masquées jusqu’au bout',
      rfc: '§5.3',
      async run(context) {
        await expectEach(
          context,
          Array.from({ length: 10 }, (_, length) => ({
            data: context.random.bytes(length),
            key: drawKey(context.random),
          })),
          'Le dernier groupe de la clé est souvent incomplet : la règle « i % 4 » vaut jusqu’au dernier octet.',
        );
        await expectEach(
          context,
          [
            { data: DATA_WITH_ZEROS, key: RFC_KEY },
            { data: encodeUtf8('Au revoir'), key: KEY_WITH_ZEROS },
          ],
          'Zéro est un octet comme un autre, dans les données comme dans la clé.',
        );
      },
    }),
  ],
});
