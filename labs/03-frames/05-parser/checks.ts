// Grades step 3.5: frames taken out of a stream that TCP cuts and glues as it likes, RFC 6455 §5.2, §5.3 and §10.4.
import { check, type CheckContext, defineStep, type Random } from '../../../src/grading/index.ts';
import {
  drawLongPayload,
  drawMaskingKey,
  OPCODES,
  sampleFrame,
  type SampleFrame,
} from '../sample-frames.ts';
import { cutEverywhere, cutInPackets, inBytes, whole } from './deliveries.ts';
import { type Delivery, expectCalls, expectDeliveries } from './expect-frames.ts';
import { expectFlood } from './expect-flood.ts';
import { drawExcesses, expectAcceptances, expectRefusals } from './expect-limits.ts';
import { expectOwnMemory } from './expect-own-memory.ts';
import { MODULE, playFeeds } from './feed.ts';
import { DELIVERY, INTERLEAVED } from './messages.ts';
import { drawSixFrames, streamOf } from './sample-stream.ts';

/** Whole frames, from a client and from a server: nothing that another check looks at. */
function drawSingleFrames(random: Random): readonly SampleFrame[] {
  const { text, binary, pong } = OPCODES;
  const frames = [text, binary].flatMap((opcode) =>
    [drawMaskingKey(random), null].map((key) =>
      sampleFrame({ opcode, payload: random.bytes(random.integer(5, 60)), key }),
    ),
  );
  // As long as a length of seven bits says, and of the one opcode that no other check sends.
  const longest = { opcode: pong, payload: random.bytes(125), key: drawMaskingKey(random) };
  return [...frames, sampleFrame(longest)];
}

/** Lengths at which signs and forms change, each with a short frame behind it, which shows where the first one ended. */
function drawLargeFrames(random: Random): readonly SampleFrame[] {
  const sizes = [32_768, 65_535, 65_536, random.integer(65_537, 80_000)];
  return sizes.map((size, rank) =>
    sampleFrame({
      opcode: OPCODES.binary,
      payload: drawLongPayload(random, size),
      key: rank % 2 === 0 ? drawMaskingKey(random) : null,
    }),
  );
}

const withAnother = (random: Random, frame: SampleFrame) =>
  streamOf([frame, sampleFrame({ opcode: OPCODES.text, payload: random.bytes(4) })]);

/** Two that exist from the start, and one that is made while they are in the middle of a frame. */
async function expectIndependence(context: CheckContext): Promise<void> {
  const { random } = context;
  const names = ['A', 'B', 'C'];
  const deliveries = names.map((name): Delivery => {
    const stream = streamOf(
      [null, drawMaskingKey(random)].map((key) =>
        sampleFrame({ opcode: OPCODES.binary, payload: random.bytes(random.integer(9, 30)), key }),
      ),
    );
    // In the middle of the data of the first frame, then of the masking key of the second.
    const [first, second] = [stream.starts[1] ?? 0, stream.starts[2] ?? 0];
    const cuts = [first - 4, first + 4, second];
    const chunks = cuts.map((cut, index) => stream.bytes.slice(cuts[index - 1] ?? 0, cut));
    return { stream, chunks, name: DELIVERY.threeStreams(name) };
  });
  const order = [0, 1, 2, 0, 1, 2, 1, 0, 2];
  const seen = [0, 0, 0];
  const feeds = order.map((stream) => {
    const place = seen[stream] ?? 0;
    seen[stream] = place + 1;
    return { stream, data: deliveries[stream]?.chunks[place] ?? new Uint8Array() };
  });
  const options = [null, {}, { inconnu: 1 }];
  const { form, calls } = await playFeeds(context, feeds, { options, early: [0, 1] });
  for (const [place, delivery] of deliveries.entries()) {
    const own = calls.filter((_, index) => feeds[index]?.stream === place);
    expectCalls(own, delivery, form, INTERLEAVED.hint);
  }
}

export const step = defineStep({
  exports: { [MODULE]: [{ oneOf: ['Analyseur', 'creerAnalyseur'] }] },
  checks: [
    check({
      id: 'C1',
      title: 'Une trame, en un morceau, est rendue : FIN, opcode, données démasquées',
      rfc: '§5.2',
      async run(context) {
        const frames = drawSingleFrames(context.random);
        await expectDeliveries(
          context,
          frames.map((frame) => whole(streamOf([frame]))),
        );
      },
    }),
    check({
      id: 'C2',
      title: 'Six trames collées dans un seul morceau sont rendues toutes les six',
      rfc: '§5.2',
      async run(context) {
        await expectDeliveries(context, [whole(drawSixFrames(context.random))]);
      },
    }),
    check({
      id: 'C3',
      title: 'Le même flux, octet par octet, donne les mêmes trames',
      rfc: '§5.2',
      async run(context) {
        await expectDeliveries(context, [inBytes(drawSixFrames(context.random))]);
      },
    }),
    check({
      id: 'C4',
      title: 'Le même flux, coupé en deux n’importe où, donne les mêmes trames',
      rfc: '§5.2',
      async run(context) {
        const { random } = context;
        await expectDeliveries(context, cutEverywhere(drawSixFrames(random), random));
      },
    }),
    check({
      id: 'C5',
      title: 'Les trames de 32 768 octets, de 65 536 et au-delà sont rendues entières',
      rfc: '§5.2',
      async run(context) {
        const { random } = context;
        const streams = drawLargeFrames(random).map((frame) => withAnother(random, frame));
        // One of each form of the length is enough in packets.
        const inPackets = streams.filter((_, index) => index % 2 === 0).map(cutInPackets);
        await expectDeliveries(context, [...streams.map(whole), ...inPackets]);
      },
    }),
    check({
      id: 'C6',
      title: 'Une taille annoncée au-delà de tailleMax est refusée (1009) dès qu’elle est lue',
      rfc: '§10.4',
      async run(context) {
        await expectRefusals(context, drawExcesses(context.random));
        await expectAcceptances(context);
      },
    }),
    check({
      id: 'C7',
      title: 'Deux analyseurs lisent deux flux à la fois sans se mêler',
      rfc: null,
      run: expectIndependence,
    }),
    check({
      id: 'C8',
      title: 'Cent mille petites trames sont rendues dans le temps permis',
      rfc: null,
      run: expectFlood,
    }),
    check({
      id: 'C9',
      title: 'Les trames ont leur propre mémoire, et les morceaux ne changent pas',
      rfc: null,
      async run(context) {
        const { random } = context;
        const stream = drawSixFrames(random);
        const zeroKey = streamOf(
          [new Uint8Array(4), null].map((key) =>
            sampleFrame({ opcode: OPCODES.binary, payload: random.bytes(12), key }),
          ),
        );
        const cuts = [random.integer(1, 12), random.integer(20, 60), random.integer(90, 150)];
        await expectOwnMemory(context, [
          whole(stream),
          whole(zeroKey),
          inBytes(zeroKey),
          ...cutEverywhere(stream, random).filter((_, index) => cuts.includes(index)),
        ]);
      },
    }),
  ],
});
