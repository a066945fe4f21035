// The messages of the multiplexer, as bytes: `[type u8][stream u32][payload]`, integers in network byte order.
import { MuxProtocolError } from './mux-error.ts';

/** Numbers are stable: both sides of a relay may run different builds. */
export const MUX_FRAME = {
  /** `[window u32][port u16][remotePort u16][remoteAddress, ASCII]`: a stream is offered; nothing may follow before its answer. */
  OPEN: 1,
  /** `[window u32]`: the offered stream is open. */
  ACCEPT: 2,
  /** `[reason u8]`: the offered stream is not wanted. */
  REFUSE: 3,
  /** Bytes of the stream, at least one; `creditOf` them is never more than the credit left. */
  DATA: 4,
  /** `[bytes u32]`: the receiver has consumed frames worth this much credit and takes as much more. */
  CREDIT: 5,
  /** The sender has nothing more to say and still listens (TCP FIN). */
  END: 6,
  /** The stream is over in both directions, whatever was on its way (TCP RST). */
  RESET: 7,
} as const;

/** In bytes: what stands before the payload. */
export const HEADER_LENGTH = 5;
const OPEN_FIXED_LENGTH = 8;

/** Longest DATA payload, in bytes: a frame then fits in the 64 KiB messages that the server's WebSockets accept. */
export const MAX_DATA_LENGTH = 32 * 1024;

/** Longest `remoteAddress`, in characters: an IPv6 address with its zone. */
export const MAX_ADDRESS_LENGTH = 64;

/**
 * What a DATA frame costs in credit at least, however short: about what its object, its buffer and its place in a queue
 * weigh. Counted by their payload alone, 256 KiB of one-byte frames would hold 97 MB.
 */
const MIN_DATA_CREDIT = 256;

/** The credit that a DATA frame with a payload of `length` bytes uses up, in bytes. Both sides count alike. */
export function creditOf(length: number): number {
  return Math.max(length, MIN_DATA_CREDIT);
}

/**
 * The smallest receiving window, in bytes: credit comes back a quarter of the window at a time, and what is left
 * meanwhile must pay for one frame.
 */
export const MIN_WINDOW = 4 * MIN_DATA_CREDIT;

/** The largest receiving window, in bytes, and so the most that a peer can make us hold for one stream. */
export const MAX_WINDOW = 4 * 1024 * 1024;

/** Why an offered stream was not opened: nobody listens on that port, or there are too many streams already. */
export type RefusalReason = 'refused' | 'busy';
const REFUSAL_CODES = { refused: 0, busy: 1 } as const satisfies Record<RefusalReason, number>;

/** What the opener says about the connection. Ports are 0 to 65535, the address is printable ASCII. */
export type StreamMetadata = {
  readonly port: number;
  readonly remoteAddress?: string;
  readonly remotePort?: number;
};

export type MuxFrame =
  | {
      readonly type: 'open';
      readonly stream: number;
      readonly window: number;
      readonly metadata: StreamMetadata;
    }
  | { readonly type: 'accept'; readonly stream: number; readonly window: number }
  | { readonly type: 'refuse'; readonly stream: number; readonly reason: RefusalReason }
  | { readonly type: 'data'; readonly stream: number; readonly bytes: Uint8Array }
  | { readonly type: 'credit'; readonly stream: number; readonly bytes: number }
  | { readonly type: 'end'; readonly stream: number }
  | { readonly type: 'reset'; readonly stream: number };

/** The bytes of one frame, in a buffer of its own. Throws `RangeError` on metadata that does not fit. */
export function encodeMuxFrame(frame: MuxFrame): Uint8Array<ArrayBuffer> {
  switch (frame.type) {
    case 'open':
      return encodeOpen(frame.stream, frame.window, frame.metadata);
    case 'accept':
      return withUint32(MUX_FRAME.ACCEPT, frame.stream, frame.window);
    case 'refuse': {
      const bytes = allocate(MUX_FRAME.REFUSE, frame.stream, 1);
      bytes[HEADER_LENGTH] = REFUSAL_CODES[frame.reason];
      return bytes;
    }
    case 'data': {
      const bytes = allocate(MUX_FRAME.DATA, frame.stream, frame.bytes.length);
      bytes.set(frame.bytes, HEADER_LENGTH);
      return bytes;
    }
    case 'credit':
      return withUint32(MUX_FRAME.CREDIT, frame.stream, frame.bytes);
    case 'end':
      return allocate(MUX_FRAME.END, frame.stream, 0);
    case 'reset':
      return allocate(MUX_FRAME.RESET, frame.stream, 0);
  }
}

/** By its type alone: the frame may still be malformed. */
export function isDataFrame(frame: Uint8Array): boolean {
  return frame[0] === MUX_FRAME.DATA;
}

/** Writes the header of a DATA frame into `target`, for a carrier that sends the payload by itself. */
export function writeDataHeader(target: Uint8Array, offset: number, stream: number): void {
  target[offset] = MUX_FRAME.DATA;
  target[offset + 1] = stream >>> 24;
  target[offset + 2] = stream >>> 16;
  target[offset + 3] = stream >>> 8;
  target[offset + 4] = stream;
}

/** Reads one frame; `data.bytes` is a view on `bytes`. Throws `MuxProtocolError` on anything but a whole, known frame. */
export function decodeMuxFrame(bytes: Uint8Array): MuxFrame {
  if (bytes.length < HEADER_LENGTH) {
    throw new MuxProtocolError('short-frame', `a frame has ${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stream = view.getUint32(1);
  const type = view.getUint8(0);
  const length = bytes.length - HEADER_LENGTH;
  switch (type) {
    case MUX_FRAME.OPEN:
      return decodeOpen(view, stream);
    case MUX_FRAME.ACCEPT:
      expectLength(length, 4);
      return { type: 'accept', stream, window: view.getUint32(HEADER_LENGTH) };
    case MUX_FRAME.REFUSE:
      expectLength(length, 1);
      // An unknown reason is a refusal all the same.
      return {
        type: 'refuse',
        stream,
        reason: view.getUint8(HEADER_LENGTH) === REFUSAL_CODES.busy ? 'busy' : 'refused',
      };
    case MUX_FRAME.DATA:
      if (length === 0) throw new MuxProtocolError('short-frame', 'a DATA frame without data');
      return { type: 'data', stream, bytes: bytes.subarray(HEADER_LENGTH) };
    case MUX_FRAME.CREDIT:
      expectLength(length, 4);
      return { type: 'credit', stream, bytes: view.getUint32(HEADER_LENGTH) };
    case MUX_FRAME.END:
      expectLength(length, 0);
      return { type: 'end', stream };
    case MUX_FRAME.RESET:
      expectLength(length, 0);
      return { type: 'reset', stream };
    default:
      throw new MuxProtocolError('unknown-type', `frame type ${type}`);
  }
}

function encodeOpen(stream: number, window: number, metadata: StreamMetadata) {
  const address = metadata.remoteAddress ?? '';
  const remotePort = metadata.remotePort ?? 0;
  if (!isPort(metadata.port) || !isPort(remotePort)) throw new RangeError('a port is 0 to 65535');
  if (!isAddress(address)) throw new RangeError('remoteAddress is at most 64 ASCII characters');
  const bytes = allocate(MUX_FRAME.OPEN, stream, OPEN_FIXED_LENGTH + address.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(HEADER_LENGTH, window);
  view.setUint16(HEADER_LENGTH + 4, metadata.port);
  view.setUint16(HEADER_LENGTH + 6, remotePort);
  const start = HEADER_LENGTH + OPEN_FIXED_LENGTH;
  for (let index = 0; index < address.length; index++) {
    bytes[start + index] = address.charCodeAt(index);
  }
  return bytes;
}

function decodeOpen(view: DataView, stream: number): MuxFrame {
  const start = HEADER_LENGTH + OPEN_FIXED_LENGTH;
  if (view.byteLength < start) throw new MuxProtocolError('short-frame', 'a short OPEN frame');
  let remoteAddress = '';
  for (let at = start; at < Math.min(view.byteLength, start + MAX_ADDRESS_LENGTH + 1); at++) {
    remoteAddress += String.fromCharCode(view.getUint8(at));
  }
  if (!isAddress(remoteAddress)) throw new MuxProtocolError('bad-metadata', 'remoteAddress');
  const remotePort = view.getUint16(HEADER_LENGTH + 6);
  const metadata: StreamMetadata = {
    port: view.getUint16(HEADER_LENGTH + 4),
    ...(remoteAddress !== '' && { remoteAddress }),
    ...(remotePort !== 0 && { remotePort }),
  };
  return { type: 'open', stream, window: view.getUint32(HEADER_LENGTH), metadata };
}

function allocate(type: number, stream: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_LENGTH + length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, type);
  view.setUint32(1, stream);
  return bytes;
}

function withUint32(type: number, stream: number, value: number): Uint8Array<ArrayBuffer> {
  const bytes = allocate(type, stream, 4);
  new DataView(bytes.buffer).setUint32(HEADER_LENGTH, value);
  return bytes;
}

function expectLength(actual: number, expected: number): void {
  if (actual !== expected) {
    throw new MuxProtocolError('short-frame', `a payload of ${actual} bytes, not ${expected}`);
  }
}

function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xffff;
}

function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && /^[\x20-\x7e]*$/.test(text);
}
