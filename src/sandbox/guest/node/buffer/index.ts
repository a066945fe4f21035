// `node:buffer`.
import { requireEncoding } from './encodings.ts';
import { Buffer, view } from './buffer.ts';

const strictDecoder = new TextDecoder('utf-8', { fatal: true });

function bytesOf(input: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);
}

/** Whether the bytes are well-formed UTF-8; `ws` checks text messages with it. */
export function isUtf8(input: ArrayBuffer | ArrayBufferView): boolean {
  try {
    strictDecoder.decode(bytesOf(input));
    return true;
  } catch {
    return false;
  }
}

export function isAscii(input: ArrayBuffer | ArrayBufferView): boolean {
  return bytesOf(input).every((byte) => byte < 0x80);
}

export function transcode(source: Uint8Array, from: string, to: string): Buffer {
  const text = requireEncoding(from).decode(source);
  // Node writes « ? » where the target has no such character.
  const limit = { ascii: 0x7f, latin1: 0xff, binary: 0xff }[to.toLowerCase()];
  const fitted =
    limit === undefined
      ? text
      : Array.from(text, (character) =>
          (character.codePointAt(0) ?? 0) > limit ? '?' : character,
        ).join('');
  return view(requireEncoding(to).encode(fitted));
}

export const kMaxLength = Number.MAX_SAFE_INTEGER;
export const kStringMaxLength = 2 ** 29 - 24;
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength };
export { Buffer, view };

const buffer = {
  Buffer,
  SlowBuffer: Buffer,
  isUtf8,
  isAscii,
  transcode,
  kMaxLength,
  kStringMaxLength,
  constants,
  INSPECT_MAX_BYTES: 50,
  Blob: globalThis.Blob,
  File: globalThis.File,
  atob: globalThis.atob.bind(globalThis),
  btoa: globalThis.btoa.bind(globalThis),
};
export default buffer;
