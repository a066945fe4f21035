// Three frames, the pieces in which TCP may bring them, and two receivers: one that takes a piece for a frame, one that does not.
import {
  decodeFrame,
  decodeUtf8,
  describeFrame,
  encodeFrame,
  encodeUtf8,
  findInvalidUtf8,
  OPCODE,
  opcodeName,
  Receiver,
} from '../../wire/index.ts';

/** What the server says; « é » has two bytes, so that a cut may fall inside a character. */
export const MESSAGES = ['Salut', 'Été', 'Oui'] as const;

const FRAMES = MESSAGES.map((text) =>
  encodeFrame({ opcode: OPCODE.text, payload: encodeUtf8(text) }),
);

/** The three frames, one after the other, as they are on the wire. */
export const STREAM = Uint8Array.from(FRAMES.flatMap((frame) => [...frame]));

/** Where a frame ends and the next begins, in bytes from the start. */
export const FRAME_EDGES: readonly number[] = FRAMES.slice(0, -1).map((_, index) =>
  FRAMES.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0),
);

/** What a byte of the stream is, for its colour. */
export type BytePart = 'opcode' | 'length' | 'payload';

export const PARTS: readonly BytePart[] = FRAMES.flatMap((frame) =>
  Array.from(frame, (_, offset) => (offset === 0 ? 'opcode' : offset === 1 ? 'length' : 'payload')),
);

/** @param cuts positions between 1 and the last byte, in any order */
export function piecesOf(cuts: ReadonlySet<number>): Uint8Array[] {
  const edges = [0, ...[...cuts].sort((one, other) => one - other), STREAM.length];
  return edges.slice(1).map((end, index) => STREAM.subarray(edges[index], end));
}

/** What `decode(piece)` gives to somebody who takes each piece for one frame. */
export type NaiveReading =
  /** A whole message; the bytes after it are thrown away without a word. */
  | { readonly kind: 'message'; readonly text: string; readonly thrown: number }
  /** The piece ends before the frame does. */
  | { readonly kind: 'cut'; readonly text: string; readonly missing: number }
  /** The header itself is not there. */
  | { readonly kind: 'nothing' }
  /** The piece begins in the middle of a frame: what is read is chance. */
  | { readonly kind: 'garbage'; readonly opcode: number };

export function readNaively(piece: Uint8Array): NaiveReading {
  const opcode = Number(describeFrame(piece).find(({ name }) => name === 'opcode')?.value ?? 0);
  if (piece.length > 1 && opcodeName(opcode) !== 'text') return { kind: 'garbage', opcode };
  const decoded = decodeFrame(piece);
  if (decoded !== null) {
    const { frame, size } = decoded;
    return { kind: 'message', text: lenient(frame.payload), thrown: piece.length - size };
  }
  const length = describeFrame(piece).find(({ name }) => name === 'payload-length');
  if (length === undefined) return { kind: 'nothing' };
  const payload = piece.subarray(2);
  return { kind: 'cut', text: lenient(payload), missing: Number(length.value) - payload.length };
}

/** As `toString()` does: a character that is cut becomes U+FFFD, and nobody is told. */
function lenient(bytes: Uint8Array): string {
  if (findInvalidUtf8(bytes) === null) return decodeUtf8(bytes);
  let whole = bytes.length;
  while (findInvalidUtf8(bytes.subarray(0, whole)) !== null) whole -= 1;
  return `${decodeUtf8(bytes.subarray(0, whole))}\ufffd`;
}

/** For each piece, the messages that a receiver delivers which keeps what is incomplete. */
export function readRightly(pieces: readonly Uint8Array[]): string[][] {
  const receiver = new Receiver({ role: 'client' });
  return pieces.map((piece) =>
    receiver
      .push(piece)
      .flatMap((event) => (event.type === 'message' && event.kind === 'text' ? [event.data] : [])),
  );
}

/** How many of the messages come whole out of the naive receiver. */
export function countRight(readings: readonly NaiveReading[]): number {
  return readings.filter(
    (reading) => reading.kind === 'message' && MESSAGES.some((text) => text === reading.text),
  ).length;
}
