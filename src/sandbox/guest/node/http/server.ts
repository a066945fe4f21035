// `http.Server`.
import { Server as NetServer, type ServerOptions as NetServerOptions } from '../net/server.ts';
import type { Socket } from '../net/socket.ts';
import type { IncomingMessage } from './incoming.ts';
import { MAX_HEADER_SIZE } from './parser.ts';
import type { ServerResponse } from './response.ts';
import { ServerConnection } from './server-connection.ts';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;
export type ServerOptions = NetServerOptions & {
  readonly keepAliveTimeout?: number;
  readonly keepAliveTimeoutBuffer?: number;
  readonly headersTimeout?: number;
  readonly requestTimeout?: number;
  readonly maxHeaderSize?: number;
  readonly requireHostHeader?: boolean;
  readonly shouldUpgradeCallback?: (request: IncomingMessage) => boolean;
};

export class Server extends NetServer {
  timeout = 0;
  keepAliveTimeout: number;
  keepAliveTimeoutBuffer: number;
  headersTimeout: number;
  requestTimeout: number;
  maxHeadersCount: number | null = null;
  maxRequestsPerSocket = 0;
  readonly maxHeaderSize: number;
  readonly requireHostHeader: boolean;
  shouldUpgradeCallback: (request: IncomingMessage) => boolean;
  readonly #connections = new Map<Socket, ServerConnection>();

  constructor(options?: ServerOptions | RequestListener | null, listener?: RequestListener) {
    const given = typeof options === 'object' && options !== null ? options : {};
    const onRequest = typeof options === 'function' ? options : listener;
    // Requests are answered after the client's FIN.
    super({ ...given, allowHalfOpen: true });
    this.keepAliveTimeout = given.keepAliveTimeout ?? 5_000;
    this.keepAliveTimeoutBuffer = given.keepAliveTimeoutBuffer ?? 1_000;
    this.requestTimeout = given.requestTimeout ?? 300_000;
    this.headersTimeout = given.headersTimeout ?? Math.min(60_000, this.requestTimeout);
    this.maxHeaderSize = given.maxHeaderSize ?? MAX_HEADER_SIZE;
    this.requireHostHeader = given.requireHostHeader ?? true;
    this.shouldUpgradeCallback =
      given.shouldUpgradeCallback ?? (() => this.listenerCount('upgrade') > 0);
    if (onRequest) this.on('request', onRequest);
    this.on('connection', (socket: Socket) => {
      this.#connections.set(socket, new ServerConnection(this, socket));
      socket.on('close', () => {
        this.#connections.delete(socket);
      });
    });
  }

  /** After an upgrade a socket is no longer ours to close. For the connection. */
  handedOver(socket: Socket): void {
    this.#connections.delete(socket);
  }

  setTimeout(milliseconds = 0, callback?: () => void): this {
    this.timeout = milliseconds;
    if (callback) this.on('timeout', callback);
    return this;
  }

  override close(callback?: (error?: Error) => void): this {
    super.close(callback);
    this.closeIdleConnections();
    return this;
  }

  closeAllConnections(): void {
    for (const socket of this.#connections.keys()) socket.destroy();
  }

  closeIdleConnections(): void {
    for (const [socket, connection] of this.#connections) if (connection.isIdle) socket.destroy();
  }
}
