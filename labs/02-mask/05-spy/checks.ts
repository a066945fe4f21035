// Grades step 2.5: a masked text frame read by somebody who was told nothing, RFC 6455 §5.2 and §5.3.
import {
  check,
  type CheckContext,
  defineStep,
  encodeUtf8,
  expectText,
  fail,
  hexadecimal,
} from '../../../src/grading/index.ts';
import { drawKey, KEY_WITH_ZEROS, RFC_KEY } from '../keys.ts';
import { capture, type Capture, drawAscii, drawConfidence, drawWide } from './captures.ts';
import { FRAME } from './messages.ts';
import { recogniseReading } from './mistakes.ts';

const MODULE = 'masque/espion.js';
const FUNCTION = 'espionner';

/** A key that begins as the text does: the first byte, masked, is a zero. */
function keyLike(text: string, key = RFC_KEY): Uint8Array {
  return Uint8Array.of(...encodeUtf8(text).subarray(0, 1), ...key.subarray(1));
}

/** One batch, one realm: what is kept of a frame shows in the next. */
async function expectReadings(
  { calls }: CheckContext,
  captures: readonly Capture[],
  hint: string,
): Promise<void> {
  const all = await calls(
    FUNCTION,
    captures.map(({ frame }) => [frame]),
  );
  for (const [index, returned] of all.entries()) {
    const captured = captures[index];
    if (captured === undefined) continue;
    expectText(returned, {
      expected: captured.text,
      recognise: (actual) => recogniseReading(actual, captured),
      hint,
    });
  }
}

const READ_AGAIN =
  'Affichez la clé et les données que vous prenez, et comparez-les à la trame envoyée.';

export const step = defineStep({
  exports: { [MODULE]: [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'La trame « Hello » de la RFC est lue',
      rfc: '§5.7',
      run: (context) => expectReadings(context, [capture('Hello', RFC_KEY)], READ_AGAIN),
    }),
    check({
      id: 'C2',
      title: 'Un autre message, sous une autre clé, est lu',
      rfc: '§5.3',
      async run(context) {
        const { random } = context;
        const texts = [drawConfidence(random), '', drawAscii(random, 125), drawConfidence(random)];
        await expectReadings(
          context,
          texts.map((text) => capture(text, drawKey(random))),
          'Chaque trame a sa clé et sa longueur : ne gardez rien de l’exemple.',
        );
        await expectReadings(
          context,
          [capture(' code 1234 ', drawKey(random)), capture('code 1234', keyLike('code 1234'))],
          'Démasquez chaque octet, les zéros comme les autres, et rendez le texte entier, avec ses espaces.',
        );
      },
    }),
    check({
      id: 'C3',
      title: 'Les caractères de plusieurs octets sont lus',
      rfc: '§5.6',
      run: (context) =>
        expectReadings(
          context,
          [
            capture('é€😀', RFC_KEY),
            capture(drawWide(context.random), drawKey(context.random)),
            capture('é€😀', keyLike('é€😀')),
          ],
          'Démasquez d’abord tous les octets, puis décodez-les ensemble, en UTF-8.',
        ),
    }),
    check({
      id: 'C4',
      title: 'Une clé qui contient des zéros est une clé comme une autre',
      rfc: '§5.3',
      run: (context) => {
        const { random } = context;
        const keys = [0, 1, 2, 3].map((place) => {
          const key = drawKey(random);
          key[place] = 0;
          return key;
        });
        return expectReadings(
          context,
          [
            ...[new Uint8Array(4), ...keys].map((key) => capture(drawConfidence(random), key)),
            capture('code 1234', keyLike('code 1234', KEY_WITH_ZEROS)),
          ],
          'Les quatre octets qui précèdent les données sont la clé, quelle que soit leur valeur.',
        );
      },
    }),
    check({
      id: 'C5',
      title: 'Les longueurs étendues, sur 2 puis 8 octets, sont lues',
      rfc: '§5.2',
      run: (context) => {
        const { random } = context;
        // 256 and 65 536, read in the other byte order, announce less than there is.
        const sizes = [300, 126, 256, random.integer(127, 4000)];
        sizes.push(65_535, 65_536 + random.integer(1, 99));
        const long = drawAscii(random, 65_536);
        return expectReadings(
          context,
          [
            ...sizes.map((size) => capture(drawAscii(random, size), drawKey(random))),
            capture(long, keyLike(long)),
          ],
          '126 annonce 2 octets de longueur, 127 en annonce 8 ; la clé vient après eux.',
        );
      },
    }),
    check({
      id: 'C6',
      title: 'La trame reçue n’est pas modifiée',
      rfc: null,
      async run({ random, call, outcomes }) {
        const { frame } = capture(drawConfidence(random), drawKey(random));
        const { sent } = await call(FUNCTION, frame);
        const [outcome] = await outcomes(FUNCTION, [[frame]]);
        const after = outcome?.argumentsAfter[0];
        if (after?.type !== 'bytes' || hexadecimal(after.bytes) === hexadecimal(frame)) return;
        fail({
          message: FRAME.changed,
          sent,
          expected: hexadecimal(frame),
          actual: hexadecimal(after.bytes),
          where: FRAME.where,
          hint: FRAME.hint,
        });
      },
    }),
  ],
});
