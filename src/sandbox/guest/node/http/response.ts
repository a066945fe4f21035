// `http.ServerResponse`.
import { Buffer } from '../buffer/index.ts';
import { nodeError } from '../errors.ts';
import { nextTick } from '../event-loop.ts';
import type { IncomingMessage } from './incoming.ts';
import { STATUS_CODES } from './names.ts';
import { OutgoingMessage } from './outgoing.ts';

const INVALID_REASON = /[^\t\x20-\x7e\x80-\xff]/;

export class ServerResponse extends OutgoingMessage {
  readonly req: IncomingMessage;
  statusCode = 200;
  statusMessage: string | undefined = undefined;
  override sendDate = true;
  /** Milliseconds that the server announces; 0 for none. */
  keepAliveTimeout = 0;
  #isClosed = false;

  constructor(request: IncomingMessage) {
    super();
    this.req = request;
    this.defaultsToKeepAlive = false;
    if (request.method === 'HEAD') this.hasBody = false;
    if (request.httpVersionMajor < 1 || request.httpVersionMinor < 1) {
      this.useChunkedEncodingByDefault = false;
      this.shouldKeepAlive = false;
    }
  }

  protected override startLine(): string {
    const code = this.statusCode;
    if (code === 204 || code === 304 || (code >= 100 && code <= 199)) this.hasBody = false;
    this.statusMessage ??= STATUS_CODES[code] ?? 'unknown';
    return `HTTP/1.1 ${code} ${this.statusMessage}`;
  }

  protected override keepAliveSeconds(): number | null {
    return this.keepAliveTimeout > 0 ? Math.floor(this.keepAliveTimeout / 1000) : null;
  }

  /** writeHead(status[, reason][, headers]): the head leaves with the first byte of the body. */
  writeHead(status: number, reasonOrHeaders?: unknown, headers?: unknown): this {
    if (this.headersSent) {
      throw nodeError(
        Error,
        'ERR_HTTP_HEADERS_SENT',
        'Cannot write headers after they are sent to the client',
      );
    }
    const code = Math.trunc(status);
    if (!(code >= 100 && code <= 999)) {
      throw nodeError(
        RangeError,
        'ERR_HTTP_INVALID_STATUS_CODE',
        `Invalid status code: ${String(status)}`,
      );
    }
    const reason = typeof reasonOrHeaders === 'string' ? reasonOrHeaders : undefined;
    if (reason !== undefined) this.statusMessage = reason;
    const input = reason === undefined && headers === undefined ? reasonOrHeaders : headers;
    if (INVALID_REASON.test(this.statusMessage ?? '')) {
      throw nodeError(TypeError, 'ERR_INVALID_CHAR', 'Invalid character in statusMessage');
    }
    this.statusCode = code;
    if (input !== undefined && input !== null) this.setAll(input);
    this.decideHead();
    return this;
  }

  writeContinue(callback?: () => void): void {
    this.emitBytes(Buffer.from('HTTP/1.1 100 Continue\r\n\r\n', 'latin1'), callback);
  }
  writeProcessing(callback?: () => void): void {
    this.emitBytes(Buffer.from('HTTP/1.1 102 Processing\r\n\r\n', 'latin1'), callback);
  }

  /** The exchange is over, well or badly: 'close', once. For the connection. */
  closeExchange(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.destroyed = true;
    nextTick(() => this.emit('close'));
  }
}
