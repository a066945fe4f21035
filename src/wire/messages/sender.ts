// The sending half of an endpoint: messages and control frames in, bytes out, and no rule broken.
import type { Role } from '../frames/frame-rules.ts';
import { MAX_CONTROL_PAYLOAD } from '../frames/frame-rules.ts';
import { encodeFrame } from '../frames/frame.ts';
import { OPCODE, type Opcode } from '../frames/opcode.ts';
import { ProtocolError } from '../protocol-error.ts';
import { encodeClosePayload } from './close-payload.ts';
import type { MessageKind } from './message-assembler.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * Gives 4 bytes at each call: fresh, and that nobody can predict from earlier ones (RFC 6455 §5.3, §10.3).
 * Injected, because chance is an input.
 */
export type MaskingKeySource = () => Uint8Array;

/** A client masks every frame that it sends, a server none (RFC 6455 §5.1). */
export type SenderOptions =
  | { readonly role: Extract<Role, 'client'>; readonly nextMaskingKey: MaskingKeySource }
  | { readonly role: Extract<Role, 'server'> };

const NOTHING = new Uint8Array(0);

/**
 * Each method returns the bytes of one whole frame, to be written in the order of the calls.
 *
 *            beginMessage()                endMessage()
 *   idle ───────────────────► in a message ────────────► idle
 *     └── text(), binary() ─► idle         └── continueMessage() ─► in a message
 *
 *   ping() and pong() pass in both, and change nothing.
 *   close() leads from both to closed, where every method throws.
 */
export class Sender {
  readonly #nextMaskingKey: MaskingKeySource | null;
  #state: 'idle' | 'in a message' | 'closed' = 'idle';

  constructor(options: SenderOptions) {
    this.#nextMaskingKey = options.role === 'client' ? options.nextMaskingKey : null;
  }

  /** One text message in one frame. @throws {ProtocolError} `message-in-progress`, `close-already-sent` */
  text(data: string): Uint8Array {
    return this.#dataFrame('text', encodeUtf8(data), true);
  }

  /** One binary message in one frame. @throws {ProtocolError} `message-in-progress`, `close-already-sent` */
  binary(data: Uint8Array): Uint8Array {
    return this.#dataFrame('binary', data, true);
  }

  /**
   * The first fragment of a message (RFC 6455 §5.4). A text may be cut anywhere, even inside a character.
   * @throws {ProtocolError} `message-in-progress`, `close-already-sent`
   */
  beginMessage(kind: MessageKind, payload: Uint8Array): Uint8Array {
    return this.#dataFrame(kind, payload, false);
  }

  /** The next fragment. @throws {ProtocolError} `no-message-in-progress`, `close-already-sent` */
  continueMessage(payload: Uint8Array): Uint8Array {
    return this.#continuation(payload, false);
  }

  /** The last fragment. @throws {ProtocolError} `no-message-in-progress`, `close-already-sent` */
  endMessage(payload: Uint8Array): Uint8Array {
    return this.#continuation(payload, true);
  }

  /** @throws {ProtocolError} `control-payload-too-long`, `close-already-sent` */
  ping(payload: Uint8Array = NOTHING): Uint8Array {
    return this.#controlFrame(OPCODE.ping, payload);
  }

  /** @param payload that of the ping which it answers. @throws {ProtocolError} as `ping` */
  pong(payload: Uint8Array = NOTHING): Uint8Array {
    return this.#controlFrame(OPCODE.pong, payload);
  }

  /**
   * The Close frame, after which nothing is sent.
   * @param code `null` for an empty payload.
   * @throws {ProtocolError} those of `encodeClosePayload`; `close-already-sent`
   */
  close(code: number | null = null, reason = ''): Uint8Array {
    const frame = this.#controlFrame(OPCODE.close, encodeClosePayload(code, reason));
    this.#state = 'closed';
    return frame;
  }

  #dataFrame(kind: MessageKind, payload: Uint8Array, fin: boolean): Uint8Array {
    if (this.#state === 'in a message') throw new ProtocolError('message-in-progress');
    const frame = this.#frame(OPCODE[kind], payload, fin);
    this.#state = fin ? 'idle' : 'in a message';
    return frame;
  }

  #continuation(payload: Uint8Array, fin: boolean): Uint8Array {
    if (this.#state === 'idle') throw new ProtocolError('no-message-in-progress');
    const frame = this.#frame(OPCODE.continuation, payload, fin);
    this.#state = fin ? 'idle' : 'in a message';
    return frame;
  }

  #controlFrame(opcode: Opcode, payload: Uint8Array): Uint8Array {
    if (payload.length > MAX_CONTROL_PAYLOAD) throw new ProtocolError('control-payload-too-long');
    return this.#frame(opcode, payload, true);
  }

  #frame(opcode: Opcode, payload: Uint8Array, fin: boolean): Uint8Array {
    if (this.#state === 'closed') throw new ProtocolError('close-already-sent');
    const maskingKey = this.#nextMaskingKey?.() ?? null;
    return encodeFrame({ opcode, payload, fin, maskingKey });
  }
}
