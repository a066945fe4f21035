// HTTP/1.1 messages out of a stream of bytes, one after another, as strict as Node's own parser.
//
//   start ──► headers ──► length │ chunk-size ─► chunk ─► chunk-end ─┐ │ until-close
//     ▲                                    ▲────────────────────────┘
//     └── complete ◄── trailers ◄── last chunk          an upgrade leaves the rest unread
import {
  checkRequestStart,
  framingOf,
  parseError,
  parseHeaderLine,
  parseRequestLine,
  parseStatusLine,
  type Framing,
  type Head,
  type ParseError,
} from './head.ts';

export const MAX_HEADER_SIZE = 16 * 1024;
/** Chunk extensions of one chunk, in bytes: beyond, Node answers 413. */
const MAX_CHUNK_EXTENSION = 16 * 1024;

/** `read`: the body follows. `skip`: there is none whatever the headers say (HEAD). `upgrade`: stop, the rest is not HTTP. */
export type HeadAnswer = 'read' | 'skip' | 'upgrade';

export type ParserEvents = {
  head(head: Head, framing: Framing): HeadAnswer;
  body(bytes: Uint8Array): void;
  complete(rawTrailers: readonly string[]): void;
};

type State =
  | {
      readonly at:
        | 'start'
        | 'headers'
        | 'chunk-size'
        | 'chunk-end'
        | 'trailers'
        | 'until-close'
        | 'upgraded'
        | 'closed';
    }
  | { readonly at: 'length' | 'chunk'; left: number };

const LF = 0x0a;

export class HttpParser {
  readonly #kind: 'request' | 'response';
  readonly #events: ParserEvents;
  readonly #maxHeaderSize: number;
  #state: State = { at: 'start' };
  /** A line that has begun and not ended, as latin1. */
  #line = '';
  #headerSize = 0;
  #head: Head | null = null;
  #trailers: string[] = [];
  #keepsAlive = true;

  constructor(kind: 'request' | 'response', events: ParserEvents, maxHeaderSize = MAX_HEADER_SIZE) {
    this.#kind = kind;
    this.#events = events;
    this.#maxHeaderSize = maxHeaderSize;
  }

  /** True between two messages. */
  get isIdle(): boolean {
    return this.#state.at === 'start' && this.#line === '';
  }

  /** Reads what it can; returns how many bytes, fewer than given only after an upgrade. Throws `ParseError` with `bytesParsed`. */
  execute(bytes: Uint8Array): number {
    let at = 0;
    try {
      while (at < bytes.length && this.#state.at !== 'upgraded') at += this.#step(bytes, at);
      return at;
    } catch (error) {
      if (error instanceof Error && 'bytesParsed' in error) (error as ParseError).bytesParsed = at;
      throw error;
    }
  }

  /** The peer has ended. Throws when that cuts a message. */
  finish(): void {
    if (this.#state.at === 'until-close') this.#complete();
    else if (!this.isIdle && this.#state.at !== 'upgraded' && this.#state.at !== 'closed') {
      throw parseError('HPE_INVALID_EOF_STATE', 'Invalid EOF state');
    }
  }

  /** One line, or one run of body bytes. Returns the bytes used. */
  #step(bytes: Uint8Array, at: number): number {
    const state = this.#state;
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the other states read lines
    switch (state.at) {
      case 'until-close':
        this.#events.body(bytes.subarray(at));
        return bytes.length - at;
      case 'length':
      case 'chunk': {
        const part = bytes.subarray(at, at + state.left);
        state.left -= part.length;
        this.#events.body(part);
        if (state.left === 0) {
          if (state.at === 'length') this.#complete();
          else this.#state = { at: 'chunk-end' };
        }
        return part.length;
      }
      default:
        return this.#readLine(bytes, at);
    }
  }

  #readLine(bytes: Uint8Array, at: number): number {
    const end = bytes.indexOf(LF, at);
    const piece = bytes.subarray(at, end === -1 ? bytes.length : end);
    this.#checkSize(piece.length);
    for (const byte of piece) this.#line += String.fromCharCode(byte);
    if (end === -1) {
      this.#checkPartial();
      return piece.length;
    }
    const line = this.#line;
    this.#line = '';
    this.#takeLine(line);
    return piece.length + 1;
  }

  #checkPartial(): void {
    const line = this.#line;
    if (this.#state.at === 'start' && this.#kind === 'request' && line !== '\r')
      checkRequestStart(line);
    if (this.#state.at === 'chunk-end' && line !== '\r') throw brokenChunk();
  }

  #checkSize(length: number): void {
    if (this.#state.at === 'chunk-size') {
      if (this.#line.length + length > MAX_CHUNK_EXTENSION) {
        throw parseError('HPE_CHUNK_EXTENSIONS_OVERFLOW', 'Chunk extensions overflow');
      }
      return;
    }
    this.#headerSize += length;
    if (this.#headerSize > this.#maxHeaderSize)
      throw parseError('HPE_HEADER_OVERFLOW', 'Header overflow');
  }

  #takeLine(line: string): void {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the other states read bytes
    switch (this.#state.at) {
      case 'closed':
        if (line !== '\r' && line !== '')
          throw parseError('HPE_CLOSED_CONNECTION', 'Data after `Connection: close`');
        return;
      case 'start':
        this.#takeStartLine(line);
        return;
      case 'headers':
        if (line === '\r') this.#endHeaders();
        else this.#head?.rawHeaders.push(...parseHeaderLine(line));
        return;
      case 'chunk-size':
        this.#takeChunkSize(line);
        return;
      case 'chunk-end':
        if (line !== '\r') throw brokenChunk();
        this.#state = { at: 'chunk-size' };
        return;
      case 'trailers':
        if (line === '\r') this.#complete();
        else this.#trailers.push(...parseHeaderLine(line));
        return;
      default:
        throw new Error(`No line is read in state ${this.#state.at}`);
    }
  }

  #takeStartLine(line: string): void {
    // Empty lines before a message are forgiven (RFC 9112 §2.2).
    if (line === '\r' || line === '') {
      this.#headerSize = 0;
      return;
    }
    this.#head = this.#kind === 'request' ? parseRequestLine(line) : parseStatusLine(line);
    this.#state = { at: 'headers' };
  }

  #takeChunkSize(line: string): void {
    const match = /^([\da-f]+)(?:;[^\r]*)?\r$/i.exec(line);
    if (match === null)
      throw parseError('HPE_INVALID_CHUNK_SIZE', 'Invalid character in chunk size');
    const left = Number.parseInt(match[1] ?? '', 16);
    if (!Number.isSafeInteger(left))
      throw parseError('HPE_INVALID_CHUNK_SIZE', 'Chunk size overflow');
    this.#state = left === 0 ? { at: 'trailers' } : { at: 'chunk', left };
  }

  #endHeaders(): void {
    const head = this.#head;
    if (head === null) return;
    const framing = framingOf(head, this.#kind);
    this.#keepsAlive = framing.keepsAlive;
    this.#trailers = [];
    const answer = this.#events.head(head, framing);
    if (answer === 'upgrade') this.#state = { at: 'upgraded' };
    else if (answer === 'skip' || framing.body.kind === 'none') this.#complete();
    else if (framing.body.kind === 'length')
      this.#state = { at: 'length', left: framing.body.length };
    else this.#state = { at: framing.body.kind === 'chunked' ? 'chunk-size' : 'until-close' };
  }

  #complete(): void {
    // A response without a known end is followed by nothing; a request with `Connection: close` must be.
    this.#state = { at: this.#keepsAlive || this.#kind === 'response' ? 'start' : 'closed' };
    this.#headerSize = 0;
    this.#head = null;
    this.#events.complete(this.#trailers);
  }
}

function brokenChunk(): ParseError {
  return parseError('HPE_STRICT', 'Expected LF after chunk data');
}
