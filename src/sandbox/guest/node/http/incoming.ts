// `http.IncomingMessage`: a request that a server received, or a response that a client received.
import { Buffer } from '../buffer/index.ts';
import { nodeError } from '../errors.ts';
import type { Socket } from '../net/socket.ts';
import { Readable } from '../stream.ts';
import type { Head } from './head.ts';
import { distinctHeaders, mergeHeaders, type IncomingHeaders } from './headers.ts';

export class IncomingMessage extends Readable {
  socket: Socket;
  httpVersionMajor = 1;
  httpVersionMinor = 1;
  httpVersion = '1.1';
  complete = false;
  aborted = false;
  upgrade: boolean | null = null;
  url = '';
  method: string | null = null;
  statusCode: number | null = null;
  statusMessage: string | null = null;
  rawHeaders: string[] = [];
  rawTrailers: string[] = [];
  /** The request that this response answers. */
  req: object | undefined = undefined;
  #headers: IncomingHeaders | null = null;
  /** Lets the parser go on, once the reader has made room. */
  #resume: (() => void) | null = null;

  constructor(socket: Socket) {
    super({ autoDestroy: true, emitClose: true });
    this.socket = socket;
  }

  /** Fills in the head. `maxHeaders`: as a client's `maxHeadersCount`, what is beyond is dropped; 0 for no limit. */
  begin(head: Head, maxHeaders = 0): this {
    this.httpVersionMajor = head.versionMajor;
    this.httpVersionMinor = head.versionMinor;
    this.httpVersion = `${head.versionMajor}.${head.versionMinor}`;
    this.rawHeaders = maxHeaders > 0 ? head.rawHeaders.slice(0, maxHeaders * 2) : head.rawHeaders;
    return this;
  }

  get connection(): Socket {
    return this.socket;
  }
  get headers(): IncomingHeaders {
    return (this.#headers ??= mergeHeaders(this.rawHeaders));
  }
  set headers(headers: IncomingHeaders) {
    this.#headers = headers;
  }
  get headersDistinct(): Record<string, string[]> {
    return distinctHeaders(this.rawHeaders);
  }
  get trailers(): IncomingHeaders {
    return mergeHeaders(this.rawTrailers);
  }
  get trailersDistinct(): Record<string, string[]> {
    return distinctHeaders(this.rawTrailers);
  }

  /** Body bytes from the parser; a reader that is full pauses the socket. */
  receive(bytes: Uint8Array): void {
    if (this.destroyed) return;
    // A copy: the parser's view is on a chunk that the socket may hand to others.
    if (this.push(Buffer.from(bytes))) return;
    this.socket.pause();
    this.#resume = () => this.socket.resume();
  }

  /** The whole message is here. */
  finish(rawTrailers: readonly string[]): void {
    this.rawTrailers = [...rawTrailers];
    this.complete = true;
    this.push(null);
  }

  /** The connection is gone before the end of the message. */
  abort(): void {
    if (this.complete || this.destroyed) return;
    this.aborted = true;
    this.emit('aborted');
    this.destroy(nodeError(Error, 'ECONNRESET', 'aborted'));
  }

  /** Reads and forgets the rest, so that the next message of the connection can be read. */
  dump(): void {
    if (!this.readableEnded) this.resume();
  }

  override _read(): void {
    const resume = this.#resume;
    this.#resume = null;
    resume?.();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    // As in Node, an aborted message that nobody listens to is not fatal.
    if (!this.readableEnded || !this.complete) {
      if (!this.aborted && !this.complete) {
        this.aborted = true;
        this.emit('aborted');
      }
      if (!this.socket.destroyed && this.aborted) this.socket.destroy(error ?? undefined);
    }
    callback(error !== null && this.listenerCount('error') > 0 ? error : null);
  }

  setTimeout(milliseconds: number, callback?: () => void): this {
    if (callback) this.on('timeout', callback);
    this.socket.setTimeout(milliseconds);
    return this;
  }
}
