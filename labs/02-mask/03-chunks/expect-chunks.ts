// Judges each chunk by the oracle, and what becomes of memory by comparing two plays of the same chunks.
import {
  type CheckContext,
  expectBytes,
  fail,
  hexadecimal,
  isSameBytes,
  mask,
  type Mistake,
  readBytes,
} from '../../../src/grading/index.ts';
import { type Chunk, type Fed, feedChunks, type Stream } from './feed-chunks.ts';
import { MEMORY, MISTAKES } from './messages.ts';

export type Play = {
  readonly streams: readonly Stream[];
  readonly chunks: readonly Chunk[];
  /** Chunks of one stream come between those of another: what goes wrong, goes wrong because of that. */
  readonly isInterleaved?: true;
};

export async function expectPlay(context: CheckContext, play: Play, hint: string): Promise<void> {
  const { streams, chunks, isInterleaved } = play;
  for (const fed of await feedChunks(context, streams, chunks)) {
    expectBytes(fed.returned, {
      expected: mask(fed.data, fed.key, fed.offset),
      reading: 'plain',
      recognise: (actual) =>
        isInterleaved === true ? mixedUp(actual, fed, streams) : miscounted(actual, fed),
      hint,
    });
  }
}

/** Fewer bytes than this tell no mistake from another. */
const ENOUGH = 2;

function miscounted(actual: Uint8Array, fed: Fed): Mistake | null {
  const { data, key, offset, index, previous } = fed;
  if (data.length < ENOUGH) return null;
  const is = (bytes: Uint8Array): boolean => isSameBytes(bytes, actual);
  if (is(data)) return MISTAKES.untouched;
  if (is(mask(data, key)) && offset % 4 !== 0) return MISTAKES.restarted;
  if (index > 0 && is(mask(data, key, index))) return MISTAKES.chunksCounted;
  if (previous > 0 && is(mask(data, key, previous))) return MISTAKES.lastChunkOnly;
  if (is(mask(data, key, offset % data.length))) return MISTAKES.reducedByLength;
  const right = mask(data, key, offset);
  if (is(data.map((byte, place) => (byte === 0 ? 0 : (right[place] ?? 0))))) {
    return MISTAKES.zeroKept;
  }
  return misplaced(actual, fed);
}

/** Shorter than the key, a chunk shows nothing of how the key goes on. */
const WHOLE_KEY = 4;
const OTHER_TURNS = [1, 2, 3] as const;

function misplaced(actual: Uint8Array, { data, key, offset }: Fed): Mistake | null {
  if (data.length <= WHOLE_KEY) return null;
  const is = (bytes: Uint8Array): boolean => isSameBytes(bytes, actual);
  const start = offset % 4;
  if (is(data.map((byte) => byte ^ (key[start] ?? 0)))) return MISTAKES.oneByteOfKey;
  if (is(data.map((byte, index) => byte ^ (key[index + start] ?? 0)))) {
    return MISTAKES.withoutParentheses;
  }
  const masked = mask(data, key);
  const isAfterOffset = is(
    data.map((byte, index) => (index < offset ? byte : (masked[index] ?? 0))),
  );
  if (isAfterOffset || is(mask(data.slice(offset), key))) return MISTAKES.startSkipped;
  return OTHER_TURNS.some((turn) => is(mask(data, key, offset + turn))) ? MISTAKES.turned : null;
}

function mixedUp(actual: Uint8Array, fed: Fed, streams: readonly Stream[]): Mistake | null {
  const { data, key } = fed;
  if (data.length < ENOUGH) return null;
  const isUnder = (candidate: Uint8Array): boolean =>
    [0, 1, 2, 3].some((turn) => isSameBytes(mask(data, candidate, turn), actual));
  if (isUnder(key)) return MISTAKES.otherPosition;
  return streams.some((stream) => isUnder(stream.key)) ? MISTAKES.otherKey : null;
}

/** Plays are compared with each other, never with the oracle: wrong bytes are another check's business. */
export async function expectOwnMemory(
  context: CheckContext,
  { streams, chunks }: Play,
): Promise<void> {
  const plain = await feedChunks(context, streams, chunks);
  const reused = await feedChunks(context, streams, chunks, true);
  for (const [place, { data, key, returned, after, keyAfter }] of plain.entries()) {
    const { sent } = returned;
    const lent = [
      { name: 'donnees', before: data, value: after },
      { name: 'cle', before: key, value: keyAfter },
    ];
    for (const { name, before, value } of lent) {
      expectSame(before, readBytes({ value, sent }), sent, {
        message: MEMORY.changed(name),
        where: MEMORY.changedWhere(name),
        hint: MEMORY.changedHint,
      });
    }
    const later = reused[place];
    if (later === undefined) continue;
    expectSame(readBytes(returned), readBytes(later.returned), sent, {
      message: MEMORY.shared,
      where: MEMORY.sharedWhere,
      hint: MEMORY.sharedHint,
    });
  }
}

type Difference = { readonly message: string; readonly where: string; readonly hint: string };

function expectSame(
  before: Uint8Array,
  after: Uint8Array,
  sent: string,
  difference: Difference,
): void {
  if (isSameBytes(before, after)) return;
  fail({ ...difference, sent, expected: hexadecimal(before), actual: hexadecimal(after) });
}
