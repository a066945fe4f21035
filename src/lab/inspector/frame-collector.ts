// One frame out of a stream that is cut anywhere, kept with all its faults: it is shown whatever it breaks.
import {
  checkFrameStart,
  decodeClosePayload,
  decodeFrame,
  decodeFrameHeader,
  decodeFrameStart,
  OPCODE,
  type Extension,
  type FrameStart,
  type ProtocolErrorCode,
} from '../../wire/index.ts';
import type { FrameEntry } from './entry.ts';
import { faultOf, type MessageRules } from './message-rules.ts';

/** What is known of the connection when a frame comes. */
export type FrameContext = {
  readonly rules: MessageRules;
  /** Those that the two ends agreed on: they may use the reserved bits. */
  readonly extensions: readonly Extension[];
};

/** Where in the frame the broken rule is seen. */
const OFFSETS: Partial<Record<ProtocolErrorCode, number>> = {
  'control-frame-too-long': 1,
  'frame-not-masked': 1,
  'frame-masked': 1,
  'payload-length-sign-bit': 2,
  'frame-too-large': 2,
};

/** Past these faults, nobody can say where the next frame starts, or a receiver has stopped reading. */
const FATAL: ReadonlySet<ProtocolErrorCode> = new Set([
  'reserved-bits-set',
  'unknown-opcode',
  'control-frame-fragmented',
  'control-frame-too-long',
]);

/**
 *            header read            payload read
 *   header ───────────► payload ───────────────► whole
 *      └── no length can be read ──► lost
 */
export class FrameCollector {
  readonly entry: FrameEntry;
  readonly #context: FrameContext;
  /** No length can be read: the frame has no end. */
  lost = false;

  constructor(entry: FrameEntry, context: FrameContext) {
    this.entry = entry;
    this.#context = context;
  }

  get isWhole(): boolean {
    return this.entry.progress === 'whole';
  }

  /** Whether what follows in this direction is to be read as frames. */
  get canContinue(): boolean {
    return !this.lost && !this.entry.faults.some(({ code }) => FATAL.has(code));
  }

  /** Takes what belongs to the frame; returns how many bytes that was. */
  push(bytes: Uint8Array): number {
    let position = 0;
    while (position < bytes.length && this.entry.header === null && !this.lost) {
      this.#pushHeaderByte(bytes.subarray(position, ++position));
    }
    if (this.entry.header !== null && !this.isWhole) {
      position += this.#pushPayload(bytes.subarray(position));
    }
    this.entry.revision++;
    return position;
  }

  /** Counts bytes that were not kept; returns how many of them belonged to the frame. */
  skip(count: number): number {
    const { header, bytes } = this.entry;
    if (header === null) return 0;
    const skipped = Math.min(count, this.#size(header) - bytes.total);
    this.#context.rules.lose();
    bytes.skip(skipped);
    this.entry.revision++;
    if (bytes.total === this.#size(header)) this.#finish();
    return skipped;
  }

  #pushHeaderByte(byte: Uint8Array): void {
    const { entry } = this;
    entry.bytes.append(byte);
    const { kept } = entry.bytes;
    if (kept.length === 2) this.#checkStart(decodeFrameStart(kept[0] ?? 0, kept[1] ?? 0));
    try {
      entry.header = decodeFrameHeader(kept);
    } catch (error) {
      entry.faults.push(this.#faultOf(error));
      this.lost = true;
      return;
    }
    if (entry.header === null) return;
    this.#context.rules.begin(entry, entry.header);
    if (entry.header.payloadLength === 0) this.#finish();
  }

  #checkStart(start: FrameStart): void {
    const receiver = this.entry.sender === 'client' ? 'server' : 'client';
    try {
      checkFrameStart(this.#withoutNegotiatedBits(start), receiver);
    } catch (error) {
      this.entry.faults.push(this.#faultOf(error));
    }
  }

  /** permessage-deflate uses RSV1 (RFC 7692 §6); of another extension, nothing is known. */
  #withoutNegotiatedBits(start: FrameStart): FrameStart {
    const { extensions } = this.#context;
    if (extensions.length === 0) return start;
    const onlyDeflate = extensions.every(({ name }) => name === 'permessage-deflate');
    return onlyDeflate
      ? { ...start, rsv1: false }
      : { ...start, rsv1: false, rsv2: false, rsv3: false };
  }

  #pushPayload(available: Uint8Array): number {
    const { header, bytes } = this.entry;
    if (header === null) return 0;
    const offset = bytes.total - header.headerSize;
    const piece = available.subarray(0, header.payloadLength - offset);
    bytes.append(piece);
    this.#context.rules.addPayload(this.entry, header, piece, offset);
    if (offset + piece.length === header.payloadLength) this.#finish();
    return piece.length;
  }

  #finish(): void {
    const { entry } = this;
    if (entry.header === null) return;
    entry.progress = 'whole';
    this.#context.rules.end(entry, entry.header);
    if (entry.header.opcode === OPCODE.close) this.#checkClose();
  }

  #checkClose(): void {
    const decoded = decodeFrame(this.entry.bytes.kept);
    if (decoded === null) return;
    try {
      decodeClosePayload(decoded.frame.payload);
    } catch (error) {
      this.entry.faults.push(faultOf(error, decoded.frame.headerSize));
    }
  }

  #faultOf(error: unknown): FrameEntry['faults'][number] {
    const fault = faultOf(error, 0);
    return { ...fault, offset: OFFSETS[fault.code] ?? 0 };
  }

  #size(header: NonNullable<FrameEntry['header']>): number {
    return header.headerSize + header.payloadLength;
  }
}
