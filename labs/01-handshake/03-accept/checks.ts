// Grades step 1.3: from Sec-WebSocket-Key to Sec-WebSocket-Accept, RFC 6455 §1.3 and §4.2.2.
import {
  check,
  type CheckContext,
  computeAcceptKey,
  defineStep,
  encodeBase64,
  expectText,
  fail,
  type Random,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import { recogniseFor, RFC_KEY, WITH_SPACES, WITHOUT_DIGEST } from './mistakes.ts';

const FUNCTION = 'calculerAccept';

/** A key whose own text, and whose answer, need neither `+` nor `/`: the alphabet is another check's business. */
function drawPlainKey(random: Random): string {
  for (;;) {
    const key = encodeBase64(random.bytes(16));
    if (!/[+/]/.test(key + computeAcceptKey(key))) return key;
  }
}

/** Here only the answer needs both; a key with `+` or `/` would give this check a second reason to fail. */
function drawKeyWhoseAnswerHasBoth(random: Random): string {
  for (;;) {
    const key = encodeBase64(random.bytes(16));
    const accept = computeAcceptKey(key);
    if (!/[+/]/.test(key) && accept.includes('+') && accept.includes('/')) return key;
  }
}

/** 22 base64 characters hold 132 bits, 4 more than a nonce: a non-canonical key has some of those four set. */
function drawNonCanonicalKey(random: Random): string {
  for (;;) {
    // Canonical keys end in A, Q, g or w.
    const key = `${drawPlainKey(random).slice(0, 21)}${random.pick(Array.from('BCDEFRSTUVhijklxyz'))}==`;
    if (!/[+/]/.test(computeAcceptKey(key))) return key;
  }
}

/** Twenty keys, among them one that begins with `/` and one with `+`: an eager clean-up of the edges shows there. */
function drawTwentyKeys(random: Random): readonly string[] {
  const keys = Array.from({ length: 20 }, () => encodeBase64(random.bytes(16)));
  const first = random.integer(0, 9);
  return keys.map((key, index) => {
    if (index === first) return `/${key.slice(1)}`;
    return index === first + 10 ? `+${key.slice(1)}` : key;
  });
}

/** One batch, one realm: whatever is kept from one key to the next shows. The first `unjudged` answers only go before. */
async function expectAnswers(
  { calls }: CheckContext,
  keys: readonly string[],
  hint: string,
  unjudged = 0,
): Promise<void> {
  const all = await calls(
    FUNCTION,
    keys.map((key) => [key]),
  );
  for (const [index, returned] of all.entries()) {
    if (index < unjudged) continue;
    const key = keys[index] ?? '';
    expectDigested(returned, computeAcceptKey(key));
    expectText(returned, {
      expected: computeAcceptKey(key),
      recognise: recogniseFor(key, keys[index - 1] ?? null),
      hint,
    });
  }
}

/** Said before « a string is wanted »: what is missing is one call, and no conversion. */
function expectDigested({ value, sent }: Returned, expected: string): void {
  if (value.type !== 'object' || value.className !== 'Hash') return;
  fail({ ...WITHOUT_DIGEST, sent, expected, actual: showEvidence(value), isNamed: true });
}

export const step = defineStep({
  exports: { 'poignee/accept.js': [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'La clé de l’exemple de la RFC donne la réponse de la RFC',
      rfc: '§1.3',
      async run(context) {
        const hint =
          'Affichez avec console.log le texte que vous hachez : la clé, puis aussitôt le GUID.';
        await expectAnswers(context, [RFC_KEY], hint);
      },
    }),
    check({
      id: 'C2',
      title: 'Une autre clé donne une autre réponse',
      rfc: '§4.2.2',
      async run(context) {
        const keys = [
          drawPlainKey(context.random),
          'x3JJHMbDL1EzLkh9GBhXDw==',
          drawPlainKey(context.random),
        ];
        await expectAnswers(
          context,
          keys,
          'La réponse ne dépend que de l’argument : ni d’une constante, ni de l’appel précédent.',
          1,
        );
      },
    }),
    check({
      id: 'C3',
      title: 'La réponse est en base64 standard, avec « + » et « / »',
      rfc: '§4.2.2',
      async run(context) {
        const keys = ['AgICAgICAgICAgICAgICAg==', drawKeyWhoseAnswerHasBoth(context.random)];
        await expectAnswers(
          context,
          keys,
          'Comparez l’alphabet employé : base64 standard, pas base64url.',
        );
      },
    }),
    check({
      id: 'C4',
      title: 'Les espaces et tabulations autour de la clé ne comptent pas',
      rfc: '§4.2.2',
      async run(context) {
        const { random } = context;
        const drawn = [`\t ${drawPlainKey(random)}`, `${drawPlainKey(random)} \t`];
        const keys = [...WITH_SPACES.keys(), ...drawn];
        await expectAnswers(
          context,
          keys,
          'Enlevez les espaces et tabulations des deux côtés de la clé, et rien d’autre.',
        );
      },
    }),
    check({
      id: 'C5',
      title: 'La clé n’est jamais décodée, même quand ses derniers bits ne sont pas nuls',
      rfc: '§4.2.2',
      async run(context) {
        const keys = ['AQIDBAUGBwgJCgsMDQ4PEC==', drawNonCanonicalKey(context.random)];
        await expectAnswers(
          context,
          keys,
          'Cette clé est du base64 inhabituel, mais c’est un texte comme un autre : gardez-le tel quel.',
        );
      },
    }),
    check({
      id: 'C6',
      title: 'Vingt clés tirées au hasard donnent chacune leur réponse',
      rfc: '§4.2.2',
      async run(context) {
        const keys = drawTwentyKeys(context.random);
        await expectAnswers(
          context,
          keys,
          'Appelez votre fonction avec cette clé et regardez le texte qui est haché.',
        );
      },
    }),
  ],
});
