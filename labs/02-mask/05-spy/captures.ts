// The frames that step 2.5 gives to the spy: what a client sent, and the key that its browser drew.
import { encodeFrame, encodeUtf8, type Random } from '../../../src/grading/index.ts';

export type Capture = {
  readonly text: string;
  readonly key: Uint8Array;
  readonly frame: Uint8Array;
};

const TEXT = 1;

export function capture(text: string, key: Uint8Array): Capture {
  const payload = encodeUtf8(text);
  return { text, key, frame: encodeFrame({ opcode: TEXT, payload, maskingKey: key }) };
}

const CONFIDENCES = ['code', 'pin', 'badge', 'coffre', 'alarme', 'portail'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789 ';
const WIDE = 'éèàçùœ€…😀🧵';

/** A short message in ASCII, that one would rather not see read. */
export function drawConfidence(random: Random): string {
  return `${random.pick(CONFIDENCES)} ${random.integer(1000, 9999)}`;
}

/** `size` characters of ASCII, hence as many bytes. Spaces stand inside only: C2 has its own text with some at its ends. */
export function drawAscii(random: Random, size: number): string {
  return draw(random, LETTERS, size).replaceAll(/^ | $/g, '.');
}

export function drawWide(random: Random): string {
  return `${random.pick(['é', '€'])}${draw(random, WIDE, 5)} ${random.integer(10, 99)} €`;
}

function draw(random: Random, alphabet: string, size: number): string {
  const characters = Array.from(alphabet);
  return Array.from({ length: size }, () => random.pick(characters)).join('');
}
