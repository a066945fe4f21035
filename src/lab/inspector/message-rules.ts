// What frames owe to the frames before them, in one direction: fragments in order, text in UTF-8 over the whole message.
import {
  isControlOpcode,
  mask,
  MessageAssembler,
  OPCODE,
  ProtocolError,
  Utf8Validator,
  type FrameHeader,
} from '../../wire/index.ts';
import type { Fault, FrameEntry } from './entry.ts';

/** The message that a fragment began. Only its rules are followed: its bytes are not gathered. */
type Message = { readonly opcode: number; readonly compressed: boolean };

/** A message without end costs nothing here. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

export class MessageRules {
  #assembler = new MessageAssembler(NO_LIMIT);
  #message: Message | null = null;
  #text: Utf8Validator | null = null;

  /** Says to which message a frame belongs, and whether it may stand there. */
  begin(entry: FrameEntry, header: FrameHeader): void {
    if (isControlOpcode(header.opcode)) return;
    try {
      this.#assembler.beginFrame(header);
    } catch (error) {
      // A real receiver stops here. We go on: the frames that follow are whole.
      entry.faults.push(faultOf(error, 0));
      this.#assembler = new MessageAssembler(NO_LIMIT);
      this.#message = null;
    }
    if (header.opcode !== OPCODE.continuation) {
      this.#message = { opcode: header.opcode, compressed: header.rsv1 };
      this.#text = header.opcode === OPCODE.text && !header.rsv1 ? new Utf8Validator() : null;
    }
    entry.messageOpcode = this.#message?.opcode ?? null;
    entry.compressed = this.#message?.compressed ?? false;
  }

  /** @param offset of `masked` in the payload of its frame. */
  addPayload(entry: FrameEntry, header: FrameHeader, masked: Uint8Array, offset: number): void {
    if (isControlOpcode(header.opcode) || this.#text === null) return;
    const text = this.#text;
    const bytes = header.maskingKey === null ? masked : mask(masked, header.maskingKey, offset);
    this.#check(entry, header.headerSize + offset, () => {
      text.push(bytes);
    });
  }

  end(entry: FrameEntry, header: FrameHeader): void {
    if (isControlOpcode(header.opcode) || !header.fin) return;
    const text = this.#text;
    if (text !== null) {
      this.#check(entry, header.headerSize, () => {
        text.end();
      });
    }
    this.#forget();
  }

  /** Some payload was not kept: whether the text is valid cannot be said any more. */
  lose(): void {
    this.#text = null;
  }

  #forget(): void {
    this.#assembler = new MessageAssembler(NO_LIMIT);
    this.#message = null;
    this.#text = null;
  }

  #check(entry: FrameEntry, offset: number, validate: () => void): void {
    try {
      validate();
    } catch (error) {
      entry.faults.push(faultOf(error, offset));
      this.#text = null;
    }
  }
}

/** The rule that `error` names. @throws `error` itself when it is a bug of ours. */
export function faultOf(error: unknown, offset: number): Fault {
  if (error instanceof ProtocolError) return { code: error.code, rfc: error.rfc, offset };
  throw error;
}
