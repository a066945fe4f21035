// A client of the student's server, byte by byte: it opens a WebSocket, keeps the frames that come, answers as it is told.
import {
  Conversation,
  type ConversationState,
  decodeFrame,
  drawHandshake,
  encodeFrame,
  encodeUtf8,
  fail,
  hasWholeHead,
  type Random,
  statusOf,
  splitHttpLines,
  type Subject,
  SubjectEnded,
  visibleText,
  waitUntil,
} from '../../src/grading/index.ts';

export const TEXT = 1;
export const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

export type Received = {
  readonly opcode: number;
  readonly payload: Uint8Array;
};

/** The stream, read only while the gate is open: a visitor that never reads fills the pipe. */
class Gate {
  #open = Promise.withResolvers<undefined>();

  constructor() {
    this.#open.resolve(undefined);
  }

  shut(): void {
    this.#open = Promise.withResolvers();
  }

  open(): void {
    this.#open.resolve(undefined);
  }

  behind(readable: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = readable.getReader();
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          await this.#open.promise;
          const { value, done } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
  }
}

export class Visitor {
  /** Every frame that has come so far; `read()` looks for more. */
  readonly frames: Received[] = [];
  /** Whether what came is no frame. */
  isGarbled = false;
  readonly #conversation: Conversation;
  readonly #gate: Gate;
  readonly #random: Random;
  /** Bytes of the conversation that have been read, the head included. */
  #offset = 0;
  #length = 0;

  constructor(conversation: Conversation, gate: Gate, random: Random) {
    this.#conversation = conversation;
    this.#gate = gate;
    this.#random = random;
  }

  /** Opens a connection without moving time; `null` when the server refuses, in whatever way. */
  static async tryToJoin(subject: Subject, port: number, random: Random): Promise<Visitor | null> {
    const gate = new Gate();
    const stream = await subject.connect(port).catch((error: unknown) => {
      if (error instanceof SubjectEnded) throw error;
      return null;
    });
    if (stream === null) return null;
    const { readable, writable } = stream;
    const conversation = new Conversation({ readable: gate.behind(readable), writable });
    await conversation.send(drawHandshake(random, { target: '/' }).text);
    const isDone = () => hasWholeHead(conversation) || conversation.state !== 'open';
    await waitUntil(subject.clock, isDone, { within: 0 });
    const visitor = new Visitor(conversation, gate, random);
    return visitor.#skipHead() ? visitor : null;
  }

  /** As `tryToJoin()`; a refusal is the check's failure. */
  static async join(subject: Subject, port: number, random: Random): Promise<Visitor> {
    const visitor = await Visitor.tryToJoin(subject, port, random);
    if (visitor !== null) return visitor;
    fail({
      message: 'Un nouveau client n’arrive plus à ouvrir sa connexion.',
      sent: 'GET / HTTP/1.1, Upgrade: websocket',
      expected: 'HTTP/1.1 101',
      actual: 'un refus, ou rien',
      hint: 'Votre fonction ne ferme pas le serveur, et ne répond pas à sa place.',
    });
  }

  get state(): ConversationState {
    return this.#conversation.state;
  }

  /** Takes what has come since the last time; gives the new frames. */
  read(): readonly Received[] {
    const { length } = this.#conversation;
    if (length === this.#length || this.isGarbled) return [];
    this.#length = length;
    const fresh: Received[] = [];
    const rest = this.#conversation.bytesFrom(this.#offset);
    try {
      for (let start = 0; ;) {
        const decoded = decodeFrame(rest.subarray(start));
        if (decoded === null) break;
        const { opcode, payload } = decoded.frame;
        fresh.push({ opcode, payload });
        start += decoded.size;
        this.#offset += decoded.size;
      }
    } catch {
      this.isGarbled = true;
    }
    this.frames.push(...fresh);
    return fresh;
  }

  has(opcode: number): boolean {
    this.read();
    return this.frames.some((frame) => frame.opcode === opcode);
  }

  send(opcode: number, payload: Uint8Array | string = new Uint8Array()): Promise<void> {
    const bytes = typeof payload === 'string' ? encodeUtf8(payload) : payload;
    const maskingKey = this.#random.bytes(4);
    return this.#conversation.send(encodeFrame({ opcode, payload: bytes, maskingKey }));
  }

  /** No byte is taken off the connection from now on (one chunk, already asked for, may still be). */
  stopReading(): void {
    this.#gate.shut();
  }

  readOn(): void {
    this.#gate.open();
  }

  /** Says that it has no more to send (FIN). */
  end(): Promise<void> {
    return this.#conversation.end();
  }

  vanish(): Promise<void> {
    return this.#conversation.reset();
  }

  #skipHead(): boolean {
    const { text } = this.#conversation;
    const end = text.indexOf('\r\n\r\n');
    if (end === -1 || statusOf(splitHttpLines(text)) !== 101) return false;
    this.#offset = end + 4;
    return true;
  }
}

/** A frame as the report shows it: what a student needs in order to see what it is. */
export function showFrame({ opcode, payload }: Received): string {
  if (opcode === CLOSE) {
    const code =
      payload.length < 2 ? 'sans code' : String(((payload[0] ?? 0) << 8) + (payload[1] ?? 0));
    return `Close ${code}`;
  }
  const name = { [TEXT]: 'texte', [BINARY]: 'binaire', [PING]: 'Ping', [PONG]: 'Pong' }[opcode];
  const text = visibleText(String.fromCharCode(...payload.subarray(0, 40)));
  return `${name ?? `opcode ${opcode}`} (${payload.length} octets) ${text}`.trim();
}
