// Grades step 3.3: a whole frame, written from its parts, RFC 6455 §5.2.
import { check, defineStep, encodeUtf8, type Random } from '../../../src/grading/index.ts';
import { drawKey, RFC_KEY } from '../../02-mask/keys.ts';
import { type Encoding, expectFrames, FUNCTION, MODULE } from './encodings.ts';
import { expectPurity } from './expect-purity.ts';

const OPCODE = { continuation: 0, text: 1, binary: 2, ping: 9, pong: 10 } as const;
const DATA_OPCODES = [OPCODE.continuation, OPCODE.text, OPCODE.binary];
const WIDE = ['é', 'ç', 'œ', '€', '…', '😀', '🧵', 'ž', '中'];
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

const drawText = (random: Random, length: number, from = LETTERS): string =>
  Array.from({ length }, () => random.pick(from)).join('');

const binary = (random: Random, size: number, options?: Encoding['options']): Encoding => ({
  opcode: OPCODE.binary,
  data: random.bytes(size),
  ...(options === undefined ? {} : { options }),
});

/** Sizes of each form, away from the edges, which are another check's business; no multiple of four. */
const drawSizes = (random: Random): readonly number[] => [
  4 * random.integer(2, 29) + 1,
  256 * random.integer(1, 63) + 4 * random.integer(32, 62) + 3,
  65_536 + 4 * random.integer(1, 999) + 1,
];

/** Twenty frames that everybody may send: no long or cut control frame, no text that is not UTF-8. */
function drawFrames(random: Random): readonly Encoding[] {
  const keys = (): readonly (Uint8Array | null)[] => [null, drawKey(random)];
  const first = random.integer(0, 2);
  const data = [true, false].flatMap((fin) =>
    keys().flatMap((cle) =>
      drawSizes(random).map((size, form) => {
        const opcode = DATA_OPCODES[(form + first) % 3] ?? OPCODE.binary;
        return { opcode, data: drawData(random, { opcode, size, fin }), options: { fin, cle } };
      }),
    ),
  );
  const control = [OPCODE.ping, OPCODE.pong].flatMap((opcode) =>
    keys().flatMap((cle) =>
      [0, 4 * random.integer(2, 29) + 1].map((size) => ({
        opcode,
        data: opcode === OPCODE.ping ? drawText(random, size) : random.bytes(size),
        options: { cle },
      })),
    ),
  );
  return [...data, ...control];
}

/** What decides whether text is encoded is the type of the data, not the opcode: a text comes as bytes too. */
function drawData(
  random: Random,
  { opcode, size, fin }: { readonly opcode: number; readonly size: number; readonly fin: boolean },
): string | Uint8Array {
  if (opcode !== OPCODE.text) return random.bytes(size);
  const text = drawText(random, size);
  return fin ? encodeUtf8(text) : text;
}

export const step = defineStep({
  exports: { [MODULE]: [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'Les cinq trames entières de la RFC, non masquées, sont écrites',
      rfc: '§5.7',
      run: (context) =>
        expectFrames(
          context,
          [
            { opcode: OPCODE.text, data: 'Hello' },
            { opcode: OPCODE.continuation, data: 'lo', options: {} },
            { opcode: OPCODE.ping, data: encodeUtf8('Hello'), options: { fin: true } },
            binary(context.random, 256),
            binary(context.random, 65_536, { cle: null }),
          ],
          'Comparez votre trame à l’exemple, octet par octet : FIN et opcode, puis longueur, puis données.',
        ),
    }),
    check({
      id: 'C2',
      title: 'Avec une clé, la trame est masquée : bit MASK, clé, données combinées',
      rfc: '§5.3',
      run: (context) => {
        const { random } = context;
        const cle = drawKey(random);
        return expectFrames(
          context,
          [
            { opcode: OPCODE.text, data: 'Hello', options: { cle: RFC_KEY } },
            { opcode: OPCODE.pong, data: encodeUtf8('Hello'), options: { cle: RFC_KEY } },
            { opcode: OPCODE.text, data: '', options: { cle } },
            ...drawSizes(random).map((size) => binary(random, size, { cle: drawKey(random) })),
            binary(random, random.integer(9, 99), { cle: new Uint8Array(4) }),
          ],
          'MASK est le bit de gauche de l’octet 1 ; la clé suit la longueur ; le masque ne porte que sur les données.',
        );
      },
    }),
    check({
      id: 'C3',
      title: 'Aux bornes 125, 126, 256, 65 535 et 65 536, la longueur a sa forme la plus courte',
      rfc: '§5.2',
      run: (context) => {
        const { random } = context;
        const drawn = random.integer(257, 65_534);
        const sizes = [
          0,
          125,
          126,
          127,
          256,
          32_768,
          drawn,
          65_535,
          65_536,
          random.integer(65_537, 99_999),
        ];
        // The key, which comes after the length, is no part of it.
        const edges = [125, 126, 65_535, 65_536];
        return expectFrames(
          context,
          [
            ...sizes.map((size) => binary(random, size)),
            ...edges.map((size) => binary(random, size, { cle: drawKey(random) })),
          ],
          'Jusqu’à 125 dans l’octet 1 ; jusqu’à 65 535 sur 2 octets ; au-delà sur 8.',
        );
      },
    }),
    check({
      id: 'C4',
      title: 'Un texte part en UTF-8, et sa longueur compte des octets : « é€😀 » en fait 9',
      rfc: '§5.6',
      run: (context) => {
        const { random } = context;
        const texts = ['é€😀', drawText(random, 7, WIDE), 'é'.repeat(63), '€'.repeat(21_846)];
        const masked = { data: 'é€😀', options: { cle: drawKey(random) } };
        return expectFrames(
          context,
          [...texts.map((data) => ({ data })), masked].map((each) => ({
            opcode: OPCODE.text,
            ...each,
          })),
          'Encodez le texte en octets, puis mesurez les octets.',
        );
      },
    }),
    check({
      id: 'C5',
      title: 'Avec fin: false, FIN vaut 0',
      rfc: '§5.4',
      run: (context) => {
        const { random } = context;
        const options = { fin: false };
        return expectFrames(
          context,
          [
            { opcode: OPCODE.text, data: 'Hel', options },
            { opcode: OPCODE.continuation, data: drawText(random, 5), options },
            // So many bytes are no text by chance: what decodes them first shows.
            binary(random, random.integer(32, 99), options),
          ],
          'FIN est le bit de gauche de l’octet 0 : « (fin ? 0x80 : 0) | opcode ».',
        );
      },
    }),
    check({
      id: 'C6',
      title:
        'La trame a sa propre mémoire : ni les arguments ni les trames déjà rendues ne changent',
      rfc: null,
      run: expectPurity,
    }),
    check({
      id: 'C7',
      title: 'Vingt trames tirées au hasard se décodent sans perte',
      rfc: '§5.2',
      run: (context) =>
        expectFrames(
          context,
          drawFrames(context.random),
          'Décodez votre trame à la main, champ par champ, et comparez à ce qui a été demandé.',
        ),
    }),
  ],
});
