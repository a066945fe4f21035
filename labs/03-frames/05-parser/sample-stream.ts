// The streams of step 3.5: frames one after the other, with the place of each, and the names of the places where they are cut.
import { encodeUtf8, type Random } from '../../../src/grading/index.ts';
import {
  concatBytes,
  drawMaskingKey,
  OPCODES,
  sampleFrame,
  type SampleFrame,
} from '../sample-frames.ts';
import { CUT } from './messages.ts';

export type SampleStream = {
  readonly frames: readonly SampleFrame[];
  readonly bytes: Uint8Array;
  /** Where each frame begins; then the length of the whole. */
  readonly starts: readonly number[];
};

export function streamOf(frames: readonly SampleFrame[]): SampleStream {
  const starts = [0];
  for (const { bytes } of frames) starts.push((starts.at(-1) ?? 0) + bytes.length);
  return { frames, bytes: concatBytes(frames.map(({ bytes }) => bytes)), starts };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const drawText = (random: Random, size: number): Uint8Array =>
  encodeUtf8(
    Array.from({ length: size }, () => LETTERS.charAt(random.integer(0, LETTERS.length - 1))).join(
      '',
    ),
  );

/**
 * A message in two fragments with an empty Ping between them, a binary frame whose length takes 16 bits, an
 * empty one, a Close. Short enough to be cut everywhere.
 */
export function drawSixFrames(random: Random): SampleStream {
  const { text, ping, continuation, binary, close } = OPCODES;
  const key = () => drawMaskingKey(random);
  return streamOf([
    sampleFrame({
      opcode: text,
      fin: false,
      payload: drawText(random, random.integer(3, 9)),
      key: key(),
    }),
    sampleFrame({ opcode: ping, payload: new Uint8Array(), key: key() }),
    sampleFrame({ opcode: continuation, payload: drawText(random, random.integer(3, 7)) }),
    sampleFrame({ opcode: binary, payload: random.bytes(random.integer(126, 150)), key: key() }),
    // Not a text: a Ping whose opcode lost its left bit would be taken for it.
    sampleFrame({ opcode: binary, payload: new Uint8Array() }),
    sampleFrame({
      opcode: close,
      payload: Uint8Array.of(0x03, 0xe8, ...drawText(random, random.integer(3, 6))),
      key: key(),
    }),
  ]);
}

/** How many frames are whole once `length` bytes of the stream have come. */
export const wholeFrames = ({ starts }: SampleStream, length: number): number =>
  starts.filter((start, index) => index > 0 && start <= length).length;

/** Rank of the frame that holds the byte at `offset`, and the offset in it. */
export function locate(
  { starts, frames }: SampleStream,
  offset: number,
): { readonly rank: number; readonly inside: number } {
  const next = starts.findIndex((start, index) => index > 0 && offset < start);
  const rank = next === -1 ? frames.length - 1 : next - 1;
  return { rank, inside: offset - (starts[rank] ?? 0) };
}

/** What is cut by a cut before the byte at `offset`: « trame 2 : clé de masquage, après 1 octet ». */
export function nameCut(stream: SampleStream, offset: number): string {
  const { rank, inside } = locate(stream, offset);
  const frame = stream.frames[rank];
  if (inside === 0 || frame === undefined) return CUT.between(rank, rank + 1);
  const keySize = frame.key === null ? 0 : 4;
  const keyStart = frame.headerSize - keySize;
  if (inside === 1) return CUT.inside(rank + 1, CUT.beforeLength);
  if (inside < keyStart) return CUT.inside(rank + 1, CUT.length(inside - 2));
  if (inside < frame.headerSize) return CUT.inside(rank + 1, CUT.key(inside - keyStart));
  return CUT.inside(rank + 1, CUT.payload(inside - frame.headerSize));
}
