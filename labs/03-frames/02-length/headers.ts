// The beginnings of frames that step 3.2 gives to read: what they announce, and how many bytes of them are there.
import { encodeFrameHeader, type Random } from '../../../src/grading/index.ts';
import { drawKey } from '../../02-mask/keys.ts';

export type Header = {
  /** All that is passed: the header, or its beginning, or more than it. */
  readonly bytes: Uint8Array;
  readonly length: bigint;
  readonly size: number;
};

const DATA_OPCODES = [0, 1, 2];
/** Bytes after the header that some headers have, and others not: what follows must not matter. */
const FOLLOWING = 3;

type HeaderOptions = {
  readonly masked?: boolean;
  readonly following?: number;
  /** Drawn by default. */
  readonly fin?: boolean;
};

/** A header in the shortest form, `following` bytes of what comes after it included. */
export function drawHeader(
  random: Random,
  length: number,
  { masked = false, following = 0, fin = random.integer(0, 1) === 1 }: HeaderOptions = {},
): Header {
  const header = encodeFrameHeader({
    fin,
    opcode: random.pick(DATA_OPCODES),
    maskingKey: masked ? drawKey(random) : null,
    payloadLength: length,
  });
  const bytes = Uint8Array.of(...header, ...random.bytes(following));
  return { bytes, length: BigInt(length), size: header.length };
}

/** Each length alone, then with something behind it. */
export function drawHeaders(random: Random, lengths: readonly number[]): readonly Header[] {
  return lengths.flatMap((length) => [
    drawHeader(random, length),
    drawHeader(random, length, { following: FOLLOWING }),
  ]);
}

/** The ten bytes that announce a 64-bit length, whatever it is, then `following` of what comes after. */
export function hugeHeader(
  random: Random,
  length: bigint,
  { masked = false, following = 0 }: Omit<HeaderOptions, 'fin'> = {},
): Header {
  const bytes = new Uint8Array(10 + following);
  bytes[0] = 0x80 | random.pick(DATA_OPCODES);
  bytes[1] = masked ? 0xff : 0x7f;
  new DataView(bytes.buffer).setBigUint64(2, length);
  bytes.set(random.bytes(following), 10);
  return { bytes, length, size: masked ? 14 : 10 };
}

/** Bytes that the length needs: 2, 4 or 10, the key not counted. */
export function lengthEnd({ bytes }: Header): number {
  const length7 = (bytes[1] ?? 0) & 0x7f;
  return length7 === 127 ? 10 : length7 === 126 ? 4 : 2;
}
