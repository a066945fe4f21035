// Grades step 2.3: unmasking a payload that comes in chunks, RFC 6455 §5.3.
import { check, defineStep, type Random } from '../../../src/grading/index.ts';
import { drawKey, KEY_WITH_ZEROS } from '../keys.ts';
import { expectOwnMemory, expectPlay } from './expect-chunks.ts';
import { type Chunk, MODULE } from './feed-chunks.ts';

const SIZE = 37;

/** Random bytes, one of which is a zero: it is masked like any other byte. */
function drawData(random: Random, size = SIZE): Uint8Array {
  const data = random.bytes(size);
  data[5] = 0;
  return data;
}

/**
 * Three places at which to cut `SIZE` bytes, such that every way of counting wrong shows: the length of a chunk, and of
 * all that precedes the next one, is no multiple of four.
 */
function drawCuts(random: Random): readonly number[] {
  for (;;) {
    const cuts = [0, 0, 0].map(() => random.integer(1, SIZE - 4));
    const edges = [0, ...cuts];
    const isGood = cuts.every((cut, index) => {
      const length = cut - (edges[index] ?? 0);
      // Neither zero nor the rank of the chunk that follows.
      return length > 1 && ![0, index + 1].includes(length % 4) && cut % 4 !== 0;
    });
    if (isGood) return cuts;
  }
}

/** Cut in such a way that one stream's position never passes for the other's. */
function drawTwoCuts(random: Random): readonly [readonly number[], readonly number[]] {
  for (;;) {
    const [one, other] = [drawCuts(random), drawCuts(random)];
    const differs = one.every((cut, index) => cut % 4 !== (other[index] ?? 0) % 4);
    if (differs) return [one, other];
  }
}

function cutInto(data: Uint8Array, cuts: readonly number[], stream = 0): readonly Chunk[] {
  const edges = [0, ...cuts, data.length];
  return edges.slice(1).map((end, index) => ({ stream, data: data.slice(edges[index] ?? 0, end) }));
}

/** Whoever turns the key by so many bytes, chunk after chunk, never brings it back to where it was. */
const TURNED = [6, 13];

/** A chunk of each in turn. */
function interleave(one: readonly Chunk[], other: readonly Chunk[]): readonly Chunk[] {
  return one.flatMap((chunk, index) => [chunk, ...other.slice(index, index + 1)]);
}

export const step = defineStep({
  exports: { [MODULE]: [{ oneOf: ['masquer', 'creerDemasqueur'] }] },
  checks: [
    check({
      id: 'C1',
      title: 'Une trame coupée en deux, où que ce soit, se démasque comme d’un seul coup',
      rfc: '§5.3',
      async run(context) {
        const { random } = context;
        const data = drawData(random);
        const cuts = Array.from({ length: SIZE + 1 }, (_, cut) => cut);
        await expectPlay(
          context,
          {
            streams: [
              ...cuts.map(() => ({ key: drawKey(random), start: 0 })),
              { key: KEY_WITH_ZEROS, start: 0 },
            ],
            chunks: [
              ...cuts.flatMap((cut) => cutInto(data, [cut], cut)),
              ...cutInto(data, [6], cuts.length),
            ],
          },
          'Cherchez à la main l’octet de la clé qui va avec le premier octet de ce morceau, puis avec le deuxième.',
        );
      },
    }),
    check({
      id: 'C2',
      title: 'Deux trames en plusieurs morceaux, entremêlées, se démasquent chacune avec sa clé',
      rfc: '§5.3',
      async run(context) {
        const { random } = context;
        const key = drawKey(random);
        const alone = cutInto(drawData(random), drawCuts(random));
        const hint =
          'Chaque trame avance dans sa propre clé ; ne gardez rien d’un appel à l’autre hors de la fonction.';
        await expectPlay(context, { streams: [{ key, start: 0 }], chunks: alone }, hint);
        const streams = [0, 1].map(() => ({ key: drawKey(random), start: 0 }));
        const [one, other] = drawTwoCuts(random);
        const chunks = interleave(
          cutInto(drawData(random), one, 0),
          cutInto(drawData(random), other, 1),
        );
        await expectPlay(context, { streams, chunks, isInterleaved: true }, hint);
      },
    }),
    check({
      id: 'C3',
      title: 'Sans décalage, la clé commence à son premier octet',
      rfc: '§5.3',
      async run(context) {
        const { random } = context;
        const streams = [0, 1].map(() => ({ key: drawKey(random), start: null }));
        const chunks = streams.map((_, stream) => ({ stream, data: drawData(random, 7) }));
        await expectPlay(
          context,
          { streams, chunks },
          'Donnez une valeur par défaut : « decalage = 0 ».',
        );
      },
    }),
    check({
      id: 'C4',
      title: 'Un décalage plus grand que le morceau, jusqu’à 2³¹, tombe sur le bon octet de la clé',
      rfc: '§5.3',
      async run(context) {
        const { random } = context;
        const starts = [4, 5, 7, 1021, random.integer(2 ** 20, 2 ** 30), 2 ** 31 - 1, 2 ** 31];
        const streams = starts.map((start) => ({ key: drawKey(random), start }));
        const chunks = streams.map((_, stream) => ({ stream, data: drawData(random, 6) }));
        await expectPlay(
          context,
          { streams, chunks },
          'Prenez le reste par 4 de la somme, et de rien d’autre : « (i + decalage) % 4 ».',
        );
      },
    }),
    check({
      id: 'C5',
      title:
        'Le résultat a sa propre mémoire : ni le morceau ni les résultats déjà rendus ne changent',
      rfc: null,
      async run(context) {
        const { random } = context;
        const streams = [drawKey(random), new Uint8Array(4)].map((key) => ({ key, start: 0 }));
        const chunks = streams.flatMap((_, stream) => cutInto(random.bytes(27), TURNED, stream));
        await expectOwnMemory(context, { streams, chunks });
      },
    }),
  ],
});
