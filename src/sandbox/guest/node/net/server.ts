// `net.Server`: a port that listens, and the sockets that came through it.
//
//   (new) ──listen()──► listening ──close()──► closing ──last socket gone──► 'close', may listen again
import { EventEmitter } from '../events.ts';
import { nodeError } from '../errors.ts';
import { nextTick } from '../event-loop.ts';
import { listenArguments } from './address.ts';
import { network, type Connection } from './network.ts';
import { Socket } from './socket.ts';

export type ServerOptions = { readonly allowHalfOpen?: boolean; readonly pauseOnConnect?: boolean };
export type ConnectionListener = (socket: Socket) => void;

export class Server extends EventEmitter {
  maxConnections: number | undefined = undefined;
  readonly allowHalfOpen: boolean;
  readonly pauseOnConnect: boolean;
  #port: number | null = null;
  #host: string | undefined;
  #isClosing = false;
  readonly #sockets = new Set<Socket>();

  constructor(options?: ServerOptions | ConnectionListener, listener?: ConnectionListener) {
    super();
    const given = typeof options === 'object' ? options : {};
    const onConnection = typeof options === 'function' ? options : listener;
    this.allowHalfOpen = given.allowHalfOpen ?? false;
    this.pauseOnConnect = given.pauseOnConnect ?? false;
    if (onConnection) this.on('connection', onConnection);
  }

  get listening(): boolean {
    return this.#port !== null;
  }

  /** The port is taken at once; 'listening' or 'error' follow, as in Node. */
  listen(...given: unknown[]): this {
    const { port, host, callback } = listenArguments(given);
    if (this.listening) {
      throw nodeError(
        Error,
        'ERR_SERVER_ALREADY_LISTEN',
        'Listen method has been called more than once without closing.',
      );
    }
    if (callback) this.once('listening', callback);
    try {
      this.#port = network.listen(port, host ?? '::', (connection) => {
        this.#accept(connection);
      });
      this.#host = host;
      nextTick(() => {
        if (this.listening) this.emit('listening');
      });
    } catch (error) {
      nextTick(() => this.emit('error', error));
    }
    return this;
  }

  #accept(connection: Connection): void {
    if (this.maxConnections !== undefined && this.#sockets.size >= this.maxConnections) {
      connection.link.reset();
      this.emit('drop', { ...connection.remote });
      return;
    }
    const socket = new Socket({ allowHalfOpen: this.allowHalfOpen });
    socket.server = socket._server = this;
    this.#sockets.add(socket);
    if (this.pauseOnConnect) socket.pause();
    socket.adopt(connection);
    this.emit('connection', socket);
  }

  /** A socket of ours is gone. For the socket itself. */
  forget(socket: Socket): void {
    this.#sockets.delete(socket);
    this.#closeWhenDrained();
  }

  address(): { address: string; family: string; port: number } | null {
    if (this.#port === null) return null;
    const host = this.#host === 'localhost' ? '127.0.0.1' : (this.#host ?? '::');
    return { address: host, family: host.includes(':') ? 'IPv6' : 'IPv4', port: this.#port };
  }

  /** Stops listening; open sockets live on, and 'close' waits for them. */
  close(callback?: (error?: Error) => void): this {
    if (typeof callback === 'function') {
      if (this.listening) this.once('close', callback);
      else {
        this.once('close', () => {
          callback(nodeError(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.'));
        });
      }
    }
    if (this.#port !== null) network.close(this.#port);
    this.#port = null;
    this.#isClosing = true;
    this.#closeWhenDrained();
    return this;
  }

  #closeWhenDrained(): void {
    if (!this.#isClosing || this.#sockets.size > 0) return;
    this.#isClosing = false;
    nextTick(() => this.emit('close'));
  }

  getConnections(callback: (error: Error | null, count: number) => void): this {
    nextTick(callback, null, this.#sockets.size);
    return this;
  }

  /** The sockets that are open now, for `http`. */
  protected get sockets(): ReadonlySet<Socket> {
    return this.#sockets;
  }

  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.listening) return;
    await new Promise<void>((resolve, reject) => {
      this.close((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }
}
