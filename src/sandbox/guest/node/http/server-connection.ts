// One connection of an HTTP server: requests in, responses out in their order, upgrades handed over.
import { Buffer } from '../buffer/index.ts';
import { nodeError } from '../errors.ts';
import type { Socket } from '../net/socket.ts';
import { setTimeout, type Timeout } from '../timers.ts';
import { parseError, type Framing, type Head } from './head.ts';
import { IncomingMessage } from './incoming.ts';
import { STATUS_CODES } from './names.ts';
import { HttpParser, type HeadAnswer } from './parser.ts';
import { ServerResponse } from './response.ts';

/** What a client that broke HTTP is told, by error code; 400 otherwise. */
const REFUSALS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Fields of a request; beyond, 431, as Node 26 has it. */
const DEFAULT_MAX_HEADERS = 1000;

/** What a connection needs of the server that it came to. */
type ConnectionServer = {
  readonly listening: boolean;
  readonly timeout: number;
  readonly keepAliveTimeout: number;
  readonly keepAliveTimeoutBuffer: number;
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly maxHeadersCount: number | null;
  readonly maxHeaderSize: number;
  readonly requireHostHeader: boolean;
  shouldUpgradeCallback(request: IncomingMessage): boolean;
  handedOver(socket: Socket): void;
  emit(event: string, ...values: unknown[]): boolean;
  listenerCount(event: string): number;
};

export class ServerConnection {
  readonly #server: ConnectionServer;
  readonly #socket: Socket;
  readonly #parser: HttpParser;
  /** The request whose body is being read. */
  #request: IncomingMessage | null = null;
  /** Responses in the order of their requests; the first one has the socket. */
  #responses: ServerResponse[] = [];
  #upgrade: IncomingMessage | null = null;
  #requestTimer: Timeout | null = null;
  #hasTimedOutListener = false;

  constructor(server: ConnectionServer, socket: Socket) {
    this.#server = server;
    this.#socket = socket;
    this.#parser = new HttpParser(
      'request',
      {
        head: (head, framing) => this.#begin(head, framing),
        body: (bytes) => {
          this.#request?.receive(bytes);
        },
        complete: (trailers) => {
          this.#complete(trailers);
        },
      },
      server.maxHeaderSize,
    );
    socket.on('data', this.#onData);
    socket.on('end', this.#onEnd);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
    socket.on('timeout', this.#onTimeout);
    if (server.timeout > 0) socket.setTimeout(server.timeout);
    this.#awaitHead();
  }

  /** No request is being read or answered. */
  get isIdle(): boolean {
    return this.#responses.length === 0 && this.#request === null && this.#parser.isIdle;
  }

  readonly #onData = (chunk: Uint8Array): void => {
    let used: number;
    try {
      used = this.#parser.execute(chunk);
    } catch (error) {
      Object.assign(error as object, { rawPacket: chunk });
      this.#fail(error as Error);
      return;
    }
    if (this.#upgrade) this.#handOver(this.#upgrade, Buffer.from(chunk.subarray(used)));
  };

  /** Starts the clock that a client has to send a whole head (slow-loris). */
  #awaitHead(): void {
    this.#limit(this.#server.headersTimeout);
  }

  #limit(milliseconds: number): void {
    this.#requestTimer?.close();
    this.#requestTimer = null;
    if (milliseconds <= 0) return;
    this.#requestTimer = setTimeout(() => {
      this.#fail(nodeError(Error, 'ERR_HTTP_REQUEST_TIMEOUT', 'Request timeout'));
    }, milliseconds).unref();
  }

  #begin(head: Head, framing: Framing): HeadAnswer {
    const maxHeaders = this.#server.maxHeadersCount ?? DEFAULT_MAX_HEADERS;
    if (maxHeaders > 0 && head.rawHeaders.length > 2 * maxHeaders) {
      throw parseError('HPE_HEADER_OVERFLOW', 'Header overflow');
    }
    const request = new IncomingMessage(this.#socket).begin(head);
    request.method = head.method;
    request.url = head.url;
    this.#limit(this.#server.requestTimeout);
    if (framing.isUpgrade) {
      request.upgrade = head.method === 'CONNECT' || this.#server.shouldUpgradeCallback(request);
      if (request.upgrade) {
        this.#upgrade = request;
        return 'upgrade';
      }
    }
    this.#request = request;
    const response = new ServerResponse(request);
    response.shouldKeepAlive &&= framing.keepsAlive;
    response.keepAliveTimeout = this.#server.keepAliveTimeout;
    response.on('finish', () => {
      this.#answered(response);
    });
    this.#responses.push(response);
    if (this.#responses.length === 1) response.assignSocket(this.#socket);
    this.#dispatch(request, response);
    return 'read';
  }

  #dispatch(request: IncomingMessage, response: ServerResponse): void {
    const server = this.#server;
    const isHttp11 = request.httpVersionMajor === 1 && request.httpVersionMinor === 1;
    if (isHttp11 && server.requireHostHeader && request.headers.host === undefined) {
      response.writeHead(400, ['Connection', 'close']);
      response.end();
      return;
    }
    const expectation = isHttp11 ? request.headers.expect : undefined;
    if (expectation === undefined) {
      server.emit('request', request, response);
    } else if (/(?:^|\W)100-continue(?:$|\W)/i.test(String(expectation))) {
      if (server.emit('checkContinue', request, response)) return;
      response.writeContinue();
      server.emit('request', request, response);
    } else if (!server.emit('checkExpectation', request, response)) {
      response.writeHead(417);
      response.end();
    }
  }

  #complete(trailers: readonly string[]): void {
    const request = this.#request;
    this.#request = null;
    this.#limit(0);
    request?.finish(trailers);
  }

  /** The first response is written: the next one takes the socket, or the connection waits or ends. */
  #answered(response: ServerResponse): void {
    const socket = this.#socket;
    this.#responses = this.#responses.filter((other) => other !== response);
    response.req.dump();
    response.detachSocket();
    response.closeExchange();
    if (response.isLast || (!this.#server.listening && this.#responses.length === 0)) {
      socket.destroySoon();
      return;
    }
    const next = this.#responses[0];
    if (next) {
      next.assignSocket(socket);
      return;
    }
    const { keepAliveTimeout, keepAliveTimeoutBuffer } = this.#server;
    if (keepAliveTimeout > 0) {
      this.#hasTimedOutListener = true;
      socket.setTimeout(keepAliveTimeout + keepAliveTimeoutBuffer);
      socket.once('data', () => {
        this.#hasTimedOutListener = false;
        socket.setTimeout(this.#server.timeout);
        this.#awaitHead();
      });
    }
  }

  #detach(): void {
    this.#limit(0);
    this.#socket.removeListener('data', this.#onData);
    this.#socket.removeListener('end', this.#onEnd);
    this.#socket.removeListener('error', this.#onError);
    this.#socket.removeListener('close', this.#onClose);
    this.#socket.removeListener('timeout', this.#onTimeout);
  }

  #handOver(request: IncomingMessage, head: Buffer): void {
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    this.#detach();
    this.#server.handedOver(this.#socket);
    this.#socket.setTimeout(0);
    if (this.#server.listenerCount(event) === 0) {
      this.#socket.destroy();
      return;
    }
    // What follows its head is no body.
    request.complete = true;
    // Neither flowing nor paused: ws would stay mute after pause().
    this.#socket.readableFlowing = null;
    this.#server.emit(event, request, this.#socket, head);
  }

  #fail(error: Error): void {
    const socket = this.#socket;
    this.#limit(0);
    socket.removeListener('data', this.#onData);
    socket.removeListener('end', this.#onEnd);
    socket.removeListener('error', this.#onError);
    socket.on('error', () => undefined);
    if (this.#server.emit('clientError', error, socket)) return;
    const code = REFUSALS[(error as { code?: string }).code ?? ''] ?? 400;
    const hasAnswered = this.#responses[0]?.headersSent ?? false;
    if (socket.writable && !hasAnswered) {
      socket.write(`HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}\r\nConnection: close\r\n\r\n`);
      socket.destroySoon();
    } else {
      socket.destroy(error);
    }
  }

  readonly #onEnd = (): void => {
    try {
      this.#parser.finish();
    } catch (error) {
      this.#fail(error as Error);
      return;
    }
    // As in Node, a client that half-closes gets no answer that was not ready.
    this.#socket.end();
  };

  readonly #onError = (error: Error): void => {
    this.#fail(error);
  };

  readonly #onClose = (): void => {
    this.#detach();
    this.#request?.abort();
    for (const response of this.#responses) {
      if (!response.req.complete) response.req.abort();
      response.closeExchange();
    }
    this.#responses = [];
  };

  readonly #onTimeout = (): void => {
    const response = this.#responses[0];
    const isHandled = [
      response?.req.complete === false && response.req.emit('timeout', this.#socket),
      response?.emit('timeout', this.#socket),
      !this.#hasTimedOutListener && this.#server.emit('timeout', this.#socket),
    ].some(Boolean);
    if (!isHandled) this.#socket.destroy();
  };
}
