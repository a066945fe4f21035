// The receiving half of an endpoint: bytes in, frames and messages out, and every rule enforced.
import { ByteBuffer } from '../byte-buffer.ts';
import type { FrameHeader } from '../frames/frame-header.ts';
import { FrameReader, type FramePart } from '../frames/frame-reader.ts';
import type { Role } from '../frames/frame-rules.ts';
import type { Frame } from '../frames/frame.ts';
import { isControlOpcode, OPCODE } from '../frames/opcode.ts';
import { ProtocolError } from '../protocol-error.ts';
import { decodeClosePayload, type CloseStatus } from './close-payload.ts';
import { MessageAssembler, type Message } from './message-assembler.ts';

/** In bytes: what the labs allow by default. */
export const DEFAULT_MAX_PAYLOAD = 1_048_576;

export type ReceiverOptions = {
  /** Ours: a server requires masked frames, a client refuses them (RFC 6455 §5.1). */
  readonly role: Role;
  /** The most payload in one data frame, in bytes. Default: `DEFAULT_MAX_PAYLOAD`. */
  readonly maxFramePayload?: number;
  /** The most payload in one message, over all its fragments, in bytes. Default: `DEFAULT_MAX_PAYLOAD`. */
  readonly maxMessagePayload?: number;
};

/**
 * What was received. `frame` comes for each whole frame, before what it brings.
 * `offset`: where the frame starts, in bytes since the end of the opening handshake.
 */
export type ReceiverEvent =
  | { readonly type: 'frame'; readonly frame: Frame; readonly offset: number }
  | ({ readonly type: 'message' } & Message)
  | { readonly type: 'ping'; readonly payload: Uint8Array }
  | { readonly type: 'pong'; readonly payload: Uint8Array }
  | ({ readonly type: 'close' } & CloseStatus)
  /** Fail the connection with `error.closeCode` (RFC 6455 §7.1.7). */
  | { readonly type: 'failure'; readonly error: ProtocolError; readonly offset: number };

/** The frame being received. */
type PartialFrame = { readonly header: FrameHeader; readonly payload: ByteBuffer };

/**
 *          Close frame
 *   open ──────────────► closed      any further data is discarded (RFC 6455 §1.4)
 *     │
 *     └── broken rule ─► failed      nothing more is processed (RFC 6455 §7.1.7)
 *
 * The same bytes give the same events, however they are cut.
 */
export class Receiver {
  readonly #reader: FrameReader;
  readonly #assembler: MessageAssembler;
  #state: 'open' | 'closed' | 'failed' = 'open';
  #partial: PartialFrame | null = null;

  constructor(options: ReceiverOptions) {
    const { role, maxFramePayload = DEFAULT_MAX_PAYLOAD } = options;
    this.#reader = new FrameReader({ role, maxFramePayload });
    this.#assembler = new MessageAssembler(options.maxMessagePayload ?? DEFAULT_MAX_PAYLOAD);
  }

  get state(): 'open' | 'closed' | 'failed' {
    return this.#state;
  }

  /** Never throws for what a peer did: that is a `failure`. `chunk` may be overwritten afterwards. */
  push(chunk: Uint8Array): ReceiverEvent[] {
    const events: ReceiverEvent[] = [];
    if (this.#state !== 'open') return events;
    try {
      for (const part of this.#reader.read(chunk)) {
        this.#receive(part, events);
        if (this.state !== 'open') break;
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#state = 'failed';
      events.push({ type: 'failure', error, offset: this.#reader.frameOffset });
    }
    return events;
  }

  #receive(part: FramePart, events: ReceiverEvent[]): void {
    switch (part.type) {
      case 'header':
        this.#partial = { header: part.header, payload: new ByteBuffer(part.header.payloadLength) };
        if (!isControlOpcode(part.header.opcode)) this.#assembler.beginFrame(part.header);
        return;
      case 'payload':
        this.#frame.payload.append(part.bytes);
        if (!isControlOpcode(this.#frame.header.opcode)) this.#assembler.addPayload(part.bytes);
        return;
      case 'end':
        this.#endFrame(this.#frame, events);
    }
  }

  #endFrame({ header, payload }: PartialFrame, events: ReceiverEvent[]): void {
    const frame: Frame = { ...header, payload: payload.take() };
    events.push({ type: 'frame', frame, offset: this.#reader.frameOffset });
    this.#partial = null;

    if (isControlOpcode(frame.opcode)) {
      events.push(this.#receiveControl(frame));
    } else {
      const message = this.#assembler.endFrame(frame.fin);
      if (message !== null) events.push({ type: 'message', ...message });
    }
  }

  #receiveControl(frame: Frame): ReceiverEvent {
    if (frame.opcode === OPCODE.ping) return { type: 'ping', payload: frame.payload };
    if (frame.opcode === OPCODE.pong) return { type: 'pong', payload: frame.payload };
    const status = decodeClosePayload(frame.payload);
    this.#state = 'closed';
    return { type: 'close', ...status };
  }

  get #frame(): PartialFrame {
    if (this.#partial === null) throw new Error('A header comes first');
    return this.#partial;
  }
}
