// One direction of one connection: its bytes become a head, then frames, or bytes that nothing names.
import {
  DEFAULT_MAX_HEAD,
  headerList,
  HeadReader,
  listHasToken,
  OPCODE,
  parseExtensions,
  parseRequestHead,
  parseResponseHead,
  type Extension,
  type HeaderFields,
  type RequestHead,
  type ResponseHead,
} from '../../wire/index.ts';
import type { Entry, FrameEntry, HeadEntry, RawEntry, RawReason, Sender } from './entry.ts';
import { FrameCollector } from './frame-collector.ts';
import { KeptBytes } from './kept-bytes.ts';
import { faultOf, MessageRules } from './message-rules.ts';
import type { WireDirection } from './wire-event.ts';

/** What the two directions of a connection know of each other. */
export type Conversation = {
  request: RequestHead | null;
  response: ResponseHead | null;
  /** Read once: every frame is judged by them. */
  extensions: readonly Extension[];
};

/** An entry before the log has given it its place. */
export type NewEntry = Entry extends infer Each
  ? Each extends Entry
    ? Omit<Each, 'number' | 'connection' | 'at' | 'revision'>
    : never
  : never;

export type DirectionOptions = {
  readonly direction: WireDirection;
  readonly sender: Sender;
  readonly conversation: Conversation;
  /** `frames`: the connection is already open when it begins. */
  readonly startsWith: 'head' | 'frames';
  /** Frames are shown as bytes: a later lab teaches to read them. */
  readonly framesLater: boolean;
  /** Lists what begins now, and returns it with its number. */
  readonly list: (entry: NewEntry, at: number) => Entry;
};

/**
 *            empty line, 101 in sight             Close frame
 *   head ─────────────────────────────► frames ───────────────► raw
 *     ├── an answer 100 to 199, but 101 ─► head     └── broken ──► raw
 *     └── no 101, or broken ─────────────► raw
 */
export class DirectionReader {
  readonly #options: DirectionOptions;
  readonly #rules = new MessageRules();
  #state: 'head' | 'frames' | RawReason;
  #head: { readonly entry: HeadEntry; readonly reader: HeadReader } | null = null;
  #frame: FrameCollector | null = null;
  #raw: RawEntry | null = null;
  /** When the bytes came that are being read. */
  #at = 0;

  constructor(options: DirectionOptions) {
    this.#options = options;
    this.#state = options.startsWith;
    if (options.startsWith === 'frames' && options.framesLater) this.#state = 'later';
  }

  push(bytes: Uint8Array, at: number): void {
    this.#at = at;
    let rest = bytes;
    while (rest.length > 0) {
      if (this.#state === 'head') rest = this.#pushHead(rest);
      else if (this.#state === 'frames') rest = rest.subarray(this.#pushFrame(rest));
      else {
        this.#pushRaw(rest, this.#state);
        return;
      }
    }
  }

  /** So many bytes came, which nobody kept. */
  skip(count: number, at: number): void {
    this.#at = at;
    const skipped = this.#frame?.skip(count) ?? 0;
    if (this.#frame?.isWhole === true) this.#endFrame(this.#frame);
    if (skipped === count) return;
    const isRaw = this.#state !== 'head' && this.#state !== 'frames';
    if (isRaw && this.#raw !== null) {
      this.#raw.bytes.skip(count);
      this.#raw.revision++;
      return;
    }
    this.cut();
    this.#state = 'after-gap';
    this.#pushRaw(new Uint8Array(0), 'after-gap').bytes.skip(count - skipped);
  }

  /** What was coming will not come any more. */
  cut(): void {
    for (const entry of [this.#head?.entry, this.#frame?.entry]) {
      if (entry?.progress !== 'coming') continue;
      entry.progress = 'cut';
      entry.revision++;
    }
    this.#head = null;
    this.#frame = null;
  }

  #pushHead(bytes: Uint8Array): Uint8Array {
    this.#head ??= { entry: this.#listHead(), reader: new HeadReader() };
    const { entry, reader } = this.#head;
    entry.revision++;
    try {
      const read = reader.push(bytes);
      entry.bytes.append(
        read === null ? bytes : bytes.subarray(0, bytes.length - read.rest.length),
      );
      if (read === null) return new Uint8Array(0);
      this.#head = null;
      entry.progress = 'whole';
      this.#state = this.#parse(entry, read.text);
      return read.rest;
    } catch (error) {
      entry.bytes.append(bytes);
      entry.progress = 'whole';
      entry.fault = faultOf(error, DEFAULT_MAX_HEAD);
      this.#head = null;
      this.#state = 'after-fault';
      return new Uint8Array(0);
    }
  }

  #listHead(): HeadEntry {
    const { direction, sender, conversation } = this.#options;
    const bytes = new KeptBytes(DEFAULT_MAX_HEAD);
    const head = {
      kind: 'head',
      direction,
      sender,
      bytes,
      progress: 'coming',
      fault: null,
    } as const;
    const listed = this.#options.list(
      sender === 'client'
        ? { ...head, message: 'request', parsed: null }
        : { ...head, message: 'response', parsed: null, request: conversation.request },
      this.#at,
    );
    // The log gives back the entry it was given.
    return listed as HeadEntry;
  }

  /** What comes after the head. */
  #parse(entry: HeadEntry, text: string): 'head' | 'frames' | RawReason {
    const { conversation, framesLater } = this.#options;
    const frames = framesLater ? 'later' : 'frames';
    try {
      if (entry.message === 'request') {
        entry.parsed = conversation.request = parseRequestHead(text);
        return asksForWebSocket(entry.parsed.fields) ? frames : 'refused';
      }
      entry.parsed = parseResponseHead(text);
    } catch (error) {
      entry.fault = faultOf(error, malformedOffset(text, entry.message));
      return 'after-fault';
    }
    const { status } = entry.parsed;
    if (status !== 101 && status < 200) return 'head';
    conversation.response = entry.parsed;
    conversation.extensions = agreedExtensions(entry.parsed);
    return status === 101 ? frames : 'refused';
  }

  #pushFrame(bytes: Uint8Array): number {
    if (this.#frame === null) {
      const { response } = this.#options.conversation;
      if (response !== null && response.status !== 101) {
        this.#state = 'refused';
        return 0;
      }
      this.#frame = this.#listFrame();
    }
    const taken = this.#frame.push(bytes);
    if (this.#frame.isWhole || this.#frame.lost) this.#endFrame(this.#frame);
    return taken;
  }

  #listFrame(): FrameCollector {
    const { direction, sender, conversation } = this.#options;
    const frame: NewEntry = {
      kind: 'frame',
      direction,
      sender,
      bytes: new KeptBytes(),
      progress: 'coming',
      header: null,
      faults: [],
      messageOpcode: null,
      compressed: false,
    };
    // The log gives back the entry it was given.
    const entry = this.#options.list(frame, this.#at) as FrameEntry;
    return new FrameCollector(entry, { rules: this.#rules, extensions: conversation.extensions });
  }

  #endFrame(frame: FrameCollector): void {
    this.#frame = null;
    if (!frame.canContinue) this.#state = 'after-fault';
    else if (frame.entry.header?.opcode === OPCODE.close) this.#state = 'after-close';
  }

  #pushRaw(bytes: Uint8Array, why: RawReason): RawEntry {
    const { direction, sender } = this.#options;
    // Bytes that a later lab reads come one entry for each arrival, as the frames that they are mostly are.
    if (this.#raw?.why !== why || why === 'later') {
      const entry = { kind: 'raw', direction, sender, bytes: new KeptBytes(), why } as const;
      // The log gives back the entry it was given.
      this.#raw = this.#options.list(entry, this.#at) as RawEntry;
    }
    this.#raw.bytes.append(bytes);
    this.#raw.revision++;
    return this.#raw;
  }
}

function asksForWebSocket(fields: HeaderFields): boolean {
  return listHasToken(headerList(fields, 'Upgrade'), 'websocket');
}

function agreedExtensions({ fields }: ResponseHead): readonly Extension[] {
  const value = headerList(fields, 'Sec-WebSocket-Extensions');
  return value === null ? [] : (parseExtensions(value) ?? []);
}

/** Where the first line starts that the parser refuses by itself, in bytes: the head is latin1. */
function malformedOffset(text: string, message: HeadEntry['message']): number {
  const [startLine = '', ...fieldLines] = text.split('\r\n');
  const refuses = (parse: (head: string) => unknown, head: string): boolean => {
    try {
      parse(`${head}\r\n\r\n`);
      return false;
    } catch {
      return true;
    }
  };
  const parseStart = message === 'request' ? parseRequestHead : parseResponseHead;
  if (refuses(parseStart, startLine)) return 0;
  let offset = startLine.length + 2;
  for (const line of fieldLines) {
    if (line !== '' && refuses(parseResponseHead, `HTTP/1.1 101 \r\n${line}`)) return offset;
    offset += line.length + 2;
  }
  return 0;
}
