// `http.OutgoingMessage`: what a response of a server and a request of a client share: head, framing of the body, end.
import { Buffer } from '../buffer/index.ts';
import { nodeError } from '../errors.ts';
import { nextTick } from '../event-loop.ts';
import type { Socket } from '../net/socket.ts';
import { Writable } from '../stream.ts';
import {
  headerPairs,
  validateHeaderName,
  validateHeaderValue,
  type HeaderValue,
} from './headers.ts';
import { refuseLateWrite } from './late-write.ts';

type Callback = (error?: Error | null) => void;
type Field = { readonly name: string; readonly value: HeaderValue };
type Waiting = { readonly bytes: Uint8Array; readonly callback: Callback | undefined };

const CRLF = '\r\n';
const has = (value: HeaderValue | undefined, pattern: RegExp): boolean =>
  value !== undefined && pattern.test(String(value));

export abstract class OutgoingMessage extends Writable {
  socket: Socket | null = null;
  sendDate = false;
  shouldKeepAlive = true;
  useChunkedEncodingByDefault = true;
  /** `end()` was called: Node's old name of `writableEnded`. */
  finished = false;
  /** Whether the connection ends with this message. */
  isLast = false;
  protected hasBody = true;
  protected defaultsToKeepAlive = true;
  #isChunked = false;
  /** The head, once it can no longer change. */
  #head: string | null = null;
  #isHeadSent = false;
  #fields = new Map<string, Field>();
  #removed = new Set<string>();
  /** Length of the body, when `end()` was given all of it. */
  #knownLength: number | null = null;
  #trailers = '';
  /** What was written before a connection was there. */
  #waiting: Waiting[] = [];

  constructor() {
    // 'close' comes when the exchange is over, not when the last byte is written.
    super({ autoDestroy: false, emitClose: false, decodeStrings: true });
  }

  /** `HTTP/1.1 200 OK` or `GET / HTTP/1.1`, without its CRLF. */
  protected abstract startLine(): string;
  /** Seconds of keep-alive to announce, or `null`. */
  protected abstract keepAliveSeconds(): number | null;

  /** Whether the head is decided: after `writeHead()`, or the first byte of the body. */
  get headersSent(): boolean {
    return this.#head !== null;
  }
  get connection(): Socket | null {
    return this.socket;
  }

  setHeader(name: string, value: HeaderValue): this {
    this.#refuseIfSent('set');
    validateHeaderName(name);
    for (const item of [value].flat()) validateHeaderValue(name, item);
    if ([value].flat().length === 0) validateHeaderValue(name, value);
    this.#removed.delete(name.toLowerCase());
    this.#fields.set(name.toLowerCase(), { name, value });
    return this;
  }

  setHeaders(headers: Iterable<readonly [string, HeaderValue]>): this {
    for (const [name, value] of headers) this.setHeader(name, value);
    return this;
  }

  appendHeader(name: string, value: HeaderValue): this {
    const known = this.getHeader(name);
    return this.setHeader(name, known === undefined ? value : [known, value].flat().map(String));
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.#fields.get(name.toLowerCase())?.value;
  }
  hasHeader(name: string): boolean {
    return this.#fields.has(name.toLowerCase());
  }
  removeHeader(name: string): void {
    this.#refuseIfSent('remove');
    this.#fields.delete(name.toLowerCase());
    this.#removed.add(name.toLowerCase());
  }
  getHeaders(): Record<string, HeaderValue> {
    const headers = Object.create(null) as Record<string, HeaderValue>;
    for (const [name, { value }] of this.#fields) headers[name] = value;
    return headers;
  }
  getHeaderNames(): string[] {
    return [...this.#fields.keys()];
  }
  getRawHeaderNames(): string[] {
    return [...this.#fields.values()].map(({ name }) => name);
  }

  /** As in Node, a list given to a message without fields goes out as it is, repeated names included. */
  protected setAll(input: unknown): void {
    const isVerbatim = Array.isArray(input) && this.#fields.size === 0;
    const seen = new Set<string>();
    for (const [index, [name, value]] of headerPairs(input).entries()) {
      const isRepeated = seen.has(name.toLowerCase());
      seen.add(name.toLowerCase());
      if (!isRepeated) this.setHeader(name, value);
      else if (isVerbatim) this.#fields.set(`${name.toLowerCase()} ${index}`, { name, value });
      else this.appendHeader(name, value);
    }
  }

  addTrailers(input: unknown): void {
    for (const [name, value] of headerPairs(input)) {
      validateHeaderName(name, 'Trailer name');
      validateHeaderValue(name, value);
      this.#trailers += `${name}: ${String(value)}${CRLF}`;
    }
  }

  #refuseIfSent(action: string): void {
    if (!this.headersSent) return;
    throw nodeError(
      Error,
      'ERR_HTTP_HEADERS_SENT',
      `Cannot ${action} headers after they are sent to the client`,
    );
  }

  flushHeaders(): void {
    this.decideHead();
    if (this.#isHeadSent || this.#head === null) return;
    this.#isHeadSent = true;
    this.emitBytes(Buffer.from(this.#head, 'latin1'));
  }

  /** Writes the head down; it leaves with the first byte of the body, or at the end. */
  protected decideHead(): void {
    if (this.#head !== null) return;
    let head = `${this.startLine()}${CRLF}`;
    for (const { name, value } of this.#fields.values()) {
      for (const item of [value].flat()) head += `${name}: ${item}${CRLF}`;
    }
    head += this.#automaticFields();
    this.#head = `${head}${CRLF}`;
  }

  /** Date, Connection, Keep-Alive and the body's framing, in Node's order. */
  #automaticFields(): string {
    let fields = '';
    const connection = this.getHeader('connection');
    const hasLength = this.hasHeader('content-length');
    const coding = this.getHeader('transfer-encoding');
    if (this.sendDate && !this.hasHeader('date'))
      fields += `Date: ${new Date().toUTCString()}${CRLF}`;
    if (this.#removed.has('connection')) {
      this.isLast = !this.shouldKeepAlive;
    } else if (connection === undefined) {
      const canKeepAlive =
        this.shouldKeepAlive &&
        (hasLength || this.useChunkedEncodingByDefault || this.defaultsToKeepAlive);
      this.isLast = !canKeepAlive;
      fields += `Connection: ${canKeepAlive ? 'keep-alive' : 'close'}${CRLF}`;
      const seconds = this.keepAliveSeconds();
      if (canKeepAlive && seconds !== null && !this.hasHeader('keep-alive'))
        fields += `Keep-Alive: timeout=${seconds}${CRLF}`;
    } else if (has(connection, /(?:^|\W)close(?:$|\W)/i)) {
      this.isLast = true;
    }
    this.#isChunked = has(coding, /(?:^|\W)chunked(?:$|\W)/i);
    if (!hasLength && coding === undefined) fields += this.#framingField();
    if (!this.hasBody) this.#isChunked = false;
    return fields;
  }

  #framingField(): string {
    if (!this.hasBody) return '';
    if (this.useChunkedEncodingByDefault) {
      const isLengthKnown = this.#knownLength !== null && this.#trailers === '';
      if (isLengthKnown && !this.#removed.has('content-length')) {
        return `Content-Length: ${this.#knownLength ?? 0}${CRLF}`;
      }
      if (!this.#removed.has('transfer-encoding')) {
        this.#isChunked = true;
        return `Transfer-Encoding: chunked${CRLF}`;
      }
    }
    // Only the end of the connection can tell where the body ends.
    this.isLast = true;
    return '';
  }

  /** Straight to the connection, or kept until there is one. */
  protected emitBytes(bytes: Uint8Array, callback?: Callback): void {
    if (this.socket === null) this.#waiting.push({ bytes, callback });
    else if (this.socket.destroyed || !this.socket.writable) callback?.();
    else this.socket.write(bytes, callback);
  }

  /** The connection is this message's turn to use. */
  assignSocket(socket: Socket): void {
    this.socket = socket;
    const waiting = this.#waiting;
    this.#waiting = [];
    socket.cork();
    for (const { bytes, callback } of waiting) this.emitBytes(bytes, callback);
    socket.uncork();
    this.emit('socket', socket);
  }

  detachSocket(): void {
    this.socket = null;
  }

  // What is written in one tick leaves as one chunk.
  override write(...given: unknown[]): boolean {
    if (this.finished) {
      refuseLateWrite(this, given);
      return false;
    }
    if (this.writableCorked === 0) {
      this.cork();
      nextTick(() => {
        this.uncork();
      });
    }
    return super.write(...(given as [unknown, BufferEncoding]));
  }

  override _write(chunk: Uint8Array, _encoding: string, callback: Callback): void {
    this.#writeBody(chunk, callback);
  }

  override _writev(chunks: { chunk: Uint8Array }[], callback: Callback): void {
    this.#writeBody(Buffer.concat(chunks.map(({ chunk }) => chunk)), callback);
  }

  #writeBody(bytes: Uint8Array, callback: Callback): void {
    this.flushHeaders();
    if (!this.hasBody || bytes.length === 0) {
      callback();
      return;
    }
    if (!this.#isChunked) {
      this.emitBytes(bytes, callback);
      return;
    }
    const size = Buffer.from(`${bytes.length.toString(16)}${CRLF}`, 'latin1');
    this.emitBytes(Buffer.concat([size, bytes, Buffer.from(CRLF, 'latin1')]), callback);
  }

  override _final(callback: Callback): void {
    if (!this.headersSent) this.#knownLength ??= 0;
    this.flushHeaders();
    const last = this.#isChunked ? `0${CRLF}${this.#trailers}${CRLF}` : '';
    this.emitBytes(Buffer.from(last, 'latin1'), () => {
      callback();
    });
  }

  // `end(chunk)` on a message that has sent nothing makes its length known.
  override end(...given: unknown[]): this {
    const [chunk, encoding] = given;
    const hasChunk = chunk !== null && chunk !== undefined && typeof chunk !== 'function';
    if (this.finished && hasChunk) {
      refuseLateWrite(this, given);
      return this;
    }
    if (hasChunk && !this.headersSent && this.writableLength === 0) {
      if (typeof chunk === 'string')
        this.#knownLength = Buffer.byteLength(chunk, encoding as 'utf8');
      else if (chunk instanceof Uint8Array) this.#knownLength = chunk.length;
    }
    this.finished = true;
    return super.end(...(given as [unknown, BufferEncoding]));
  }

  override _destroy(error: Error | null, callback: Callback): void {
    this.socket?.destroy(error ?? undefined);
    // The error belongs to the connection.
    callback(null);
  }

  setTimeout(milliseconds: number, callback?: () => void): this {
    if (callback) this.on('timeout', callback);
    if (this.socket) this.socket.setTimeout(milliseconds);
    else this.once('socket', (socket: Socket) => socket.setTimeout(milliseconds));
    return this;
  }
}
