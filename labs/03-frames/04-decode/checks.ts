// Grades step 3.4: one complete frame, read from its first byte to its last, RFC 6455 §5.2, §5.3 and §5.7.
import { check, defineStep, encodeUtf8, type Random } from '../../../src/grading/index.ts';
import { expectPayload, expectWholeFrame } from '../expect-frame.ts';
import {
  drawLongPayload,
  drawMaskingKey,
  OPCODES,
  RFC_KEY,
  sampleFrame,
  type SampleFrame,
} from '../sample-frames.ts';
import {
  alone,
  type Decoding,
  expectationOf,
  expectDecodings,
  expectRest,
  FUNCTION,
  MODULE,
  NOTHING,
} from './decoding.ts';
import { expectOwnMemory } from './expect-own-memory.ts';

const HELLO = encodeUtf8('Hello');

/** The short frames of RFC 6455 §5.7. */
const RFC_FRAMES: readonly SampleFrame[] = [
  sampleFrame({ opcode: OPCODES.text, payload: HELLO }),
  sampleFrame({ opcode: OPCODES.text, payload: HELLO, key: RFC_KEY }),
  sampleFrame({ opcode: OPCODES.text, payload: encodeUtf8('Hel'), fin: false }),
  sampleFrame({ opcode: OPCODES.continuation, payload: encodeUtf8('lo') }),
  sampleFrame({ opcode: OPCODES.ping, payload: HELLO }),
  sampleFrame({ opcode: OPCODES.pong, payload: HELLO, key: RFC_KEY }),
];

/** Every opcode, fragments too, from a server and from a client. */
function drawShortFrames(random: Random): readonly SampleFrame[] {
  const payload = () => random.bytes(random.integer(5, 40));
  const starts = [
    ...Object.values(OPCODES).map((opcode) => ({ opcode, fin: true })),
    { opcode: OPCODES.text, fin: false },
    { opcode: OPCODES.binary, fin: false },
    { opcode: OPCODES.continuation, fin: false },
  ];
  return [
    ...starts.flatMap((start) => [
      sampleFrame({ ...start, payload: payload() }),
      sampleFrame({ ...start, payload: payload(), key: drawMaskingKey(random) }),
    ]),
    sampleFrame({
      opcode: OPCODES.binary,
      payload: random.bytes(125),
      key: drawMaskingKey(random),
    }),
  ];
}

function drawFrame(random: Random, size: number, isMasked: boolean): SampleFrame {
  const key = isMasked ? drawMaskingKey(random) : null;
  return sampleFrame({ opcode: OPCODES.binary, payload: drawLongPayload(random, size), key });
}

/** With bytes behind it: a length that is read too great would otherwise stop at the end all the same. */
const followed = (random: Random, frame: SampleFrame): Decoding => ({
  frame,
  after: random.bytes(random.integer(200, 300)),
});

const COUNT =
  'Comptez les octets de l’en-tête : 2, puis 0, 2 ou 8 pour la longueur, puis 0 ou 4 pour la clé.';

const expectPayloads =
  (hint: string) => (returned: Parameters<typeof expectRest>[0], decoding: Decoding) => {
    expectPayload(returned, expectationOf(decoding, hint));
  };

export const step = defineStep({
  exports: { [MODULE]: [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'Une trame courte est décodée, masquée ou non : FIN, opcode, MASK, données',
      rfc: '§5.7',
      async run(context) {
        const { random } = context;
        const drawn = drawShortFrames(random).map((frame) => followed(random, frame));
        const decodings = [...RFC_FRAMES.map(alone), ...drawn];
        await expectDecodings(context, decodings, (returned, decoding) => {
          expectWholeFrame(returned, expectationOf(decoding, COUNT));
        });
      },
    }),
    check({
      id: 'C2',
      title: 'Une longueur sur 16 bits donne les bonnes données',
      rfc: '§5.2',
      async run(context) {
        const { random } = context;
        const sizes = [
          300,
          126,
          127,
          random.integer(1_000, 30_000),
          random.integer(33_000, 65_000),
        ];
        const decodings = sizes.flatMap((size) => [
          followed(random, drawFrame(random, size, true)),
          followed(random, drawFrame(random, size, false)),
        ]);
        const hint =
          'Quand les 7 bits valent 126, la longueur est dans les octets 2 et 3, poids fort d’abord ; la clé vient après.';
        await expectDecodings(context, decodings, expectPayloads(hint));
      },
    }),
    check({
      id: 'C3',
      title: 'Une longueur sur 64 bits donne les bonnes données',
      rfc: '§5.2',
      async run(context) {
        const { random } = context;
        const decodings = [65_536, random.integer(65_537, 90_000)].flatMap((size) => [
          followed(random, drawFrame(random, size, true)),
          followed(random, drawFrame(random, size, false)),
        ]);
        const hint =
          'Quand les 7 bits valent 127, la longueur occupe les octets 2 à 9, poids fort d’abord ; la clé vient après.';
        await expectDecodings(context, decodings, expectPayloads(hint));
      },
    }),
    check({
      id: 'C4',
      title: 'Les octets qui suivent la trame sont rendus, et eux seuls',
      rfc: null,
      async run(context) {
        const { random } = context;
        const sizes = [random.integer(1, 125), random.integer(300, 2_000), 65_536, 0];
        const decodings = sizes.flatMap((size) =>
          [true, false].flatMap((isMasked) => [
            {
              frame: drawFrame(random, size, isMasked),
              // One byte is a rest too.
              after: random.bytes(isMasked ? 1 : random.integer(2, 30)),
            },
            // What follows is most often another frame.
            { frame: drawFrame(random, size, isMasked), after: drawFrame(random, 5, true).bytes },
            alone(drawFrame(random, size, isMasked)),
          ]),
        );
        await expectDecodings(context, decodings, expectRest);
      },
    }),
    check({
      id: 'C5',
      title: 'Une trame vide a des données vides, même quand une autre la suit',
      rfc: '§5.2',
      async run(context) {
        const { random } = context;
        const decodings = [OPCODES.text, OPCODES.ping].flatMap((opcode) =>
          [null, drawMaskingKey(random)].flatMap((key) =>
            [NOTHING, random.bytes(9)].map((after) => ({
              frame: sampleFrame({ opcode, payload: NOTHING, key }),
              after,
            })),
          ),
        );
        const hint =
          'Une longueur de 0 est une longueur : rendez un tableau vide, et la clé n’en fait pas partie.';
        await expectDecodings(context, decodings, expectPayloads(hint));
      },
    }),
    check({
      id: 'C6',
      title: 'Le résultat a sa propre mémoire, et « octets » ne change pas',
      rfc: null,
      async run(context) {
        const { random } = context;
        const keys = [null, drawMaskingKey(random), new Uint8Array(4)];
        await expectOwnMemory(
          context,
          keys.flatMap((key) =>
            [17, 140].map((size) => ({
              frame: sampleFrame({ opcode: OPCODES.binary, payload: random.bytes(size), key }),
              after: random.bytes(random.integer(5, 12)),
            })),
          ),
        );
      },
    }),
  ],
});
