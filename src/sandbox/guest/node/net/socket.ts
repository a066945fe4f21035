// `net.Socket`: Node's Duplex over a link.
//
//   (new) ──connect()──► connecting ──► open ──end()/'end'──► half-closed ──► closed
//                            └── refused, destroy(), reset ────────────────────►┘
import { view } from '../buffer/index.ts';
import { nodeError, requireFunction, systemError } from '../errors.ts';
import { nextTick, postMacrotask } from '../event-loop.ts';
import { setTimeout, type Timeout } from '../timers.ts';
import { checkPort, connectArguments } from './address.ts';
import { ConnectedDuplex } from './connected-duplex.ts';
import type { Link } from './link.ts';
import { network, type Connection, type Endpoint } from './network.ts';
import { resolveHost } from './resolve-host.ts';

/** The server through which a socket came, as far as the socket knows it. */
type SocketOwner = { forget(socket: Socket): void };

export type SocketOptions = {
  readonly allowHalfOpen?: boolean;
  readonly signal?: AbortSignal;
  readonly readable?: boolean;
  readonly writable?: boolean;
};
type Callback = (error?: Error | null) => void;

export class Socket extends ConnectedDuplex {
  bytesRead = 0;
  timeout: number | undefined = undefined;
  server: SocketOwner | null = null;
  _server: SocketOwner | null = null;
  #link: Link | null = null;
  #dispatched = 0;
  /** Bytes of the write that waits for the connection. */
  #early = 0;
  #timer: Timeout | null = null;
  #resets = false;
  /** The peer reset the connection after its end. */
  #wasReset = false;
  /** Gives credit back for bytes that filled our buffer, once the reader wants more. */
  #consumed: (() => void) | null = null;
  /** What was asked before the connection was there. */
  #whenConnected: (() => void)[] = [];

  constructor(options: SocketOptions = {}) {
    // 'close' is emitted here, with Node's `hadError`.
    super({
      allowHalfOpen: options.allowHalfOpen ?? false,
      autoDestroy: true,
      emitClose: false,
      decodeStrings: true,
      ...(options.signal && { signal: options.signal }),
    });
    this.on('end', () => {
      // Writing after the peer's FIN has ended us is a known mistake with an error of its own.
      if (!this.allowHalfOpen) this.write = writeAfterEnd;
    });
  }

  /** Puts the socket on a connection that is open. For the server and the network. */
  adopt({ link, local, remote }: Connection): this {
    this.#attach(link, local, remote);
    return this;
  }

  connect(...given: unknown[]): this {
    const { options, callback } = connectArguments(given);
    const port = checkPort(options.port, 'options.port');
    if (callback) this.once('connect', callback);
    this.connecting = true;
    resolveHost(options, (error, name) => {
      if (error) {
        this.destroy(error);
        return;
      }
      if (name !== null) this.emit('lookup', null, '127.0.0.1', 4, name);
      postMacrotask(() => {
        this.#open(port);
      });
    });
    return this;
  }

  #open(port: number): void {
    if (this.destroyed) return;
    const made = network.connect(port);
    if (made === null) {
      this.destroy(systemError('ECONNREFUSED', 'connect', { address: '127.0.0.1', port }));
      return;
    }
    const { link, local, remote } = made.connection;
    this.#attach(link, local, remote);
    if (made.isOpen) this.#opened();
  }

  #opened(): void {
    this.connecting = false;
    const waiting = this.#whenConnected;
    this.#whenConnected = [];
    for (const run of waiting) run();
    this.emit('connect');
    this.emit('ready');
  }

  #attach(link: Link, local: Endpoint, remote: Endpoint): void {
    this.#link = link;
    this.setEndpoints(local, remote);
    link.handle({
      opened: () => {
        this.#opened();
      },
      data: (bytes, consumed) => {
        this.#receive(link, bytes, consumed);
      },
      end: () => {
        if (this.destroyed) return;
        this.push(null);
        this.read(0);
      },
      reset: (reason) => {
        if (this.destroyed) return;
        if (this.readableEnded) {
          // Nobody reads any more: the reset shows at the next write only.
          this.#wasReset = true;
          this.#link = null;
          return;
        }
        const isRefused = reason === 'refused' || reason === 'busy';
        this.destroy(
          isRefused
            ? systemError('ECONNREFUSED', 'connect', remote)
            : systemError('ECONNRESET', 'read'),
        );
      },
    });
  }

  #receive(link: Link, bytes: Uint8Array, consumed: () => void): void {
    if (this.destroyed) {
      // TCP: data that reaches a closed socket is answered by a reset.
      link.reset();
      return;
    }
    this.bytesRead += bytes.length;
    this.#touch();
    // In place: set before push(), whose listeners may read more or destroy us.
    this.#consumed = consumed;
    if (this.push(view(bytes))) this.#giveBack();
  }

  #giveBack(): void {
    const consumed = this.#consumed;
    this.#consumed = null;
    consumed?.();
  }

  override _read(): void {
    this.#giveBack();
  }

  override _write(chunk: Uint8Array, _encoding: string, callback: Callback): void {
    if (this.connecting) {
      this.#early = chunk.length;
      this.#whenConnected.push(() => {
        this.#early = 0;
        this._write(chunk, _encoding, callback);
      });
      return;
    }
    if (this.#link === null) {
      callback(
        this.#wasReset
          ? systemError('EPIPE', 'write')
          : nodeError(Error, 'ERR_SOCKET_CLOSED', 'Socket is closed'),
      );
      return;
    }
    this.#dispatched += chunk.length;
    this.#touch();
    // A copy, as the kernel makes: the writer may reuse its memory, and ws unmasks in place what it receives.
    // Not slice(), which on a Buffer shares.
    this.#link.write(new Uint8Array(chunk), () => {
      this.#touch();
      callback();
    });
  }

  override _writev(chunks: { chunk: Uint8Array }[], callback: Callback): void {
    // One segment for what was corked or queued, as writev(2) makes.
    const length = chunks.reduce((sum, { chunk }) => sum + chunk.length, 0);
    const all = new Uint8Array(length);
    let offset = 0;
    for (const { chunk } of chunks) {
      all.set(chunk, offset);
      offset += chunk.length;
    }
    this._write(all, 'buffer', callback);
  }

  override _final(callback: Callback): void {
    if (this.connecting) {
      this.#whenConnected.push(() => {
        this._final(callback);
      });
      return;
    }
    this.#link?.end();
    // shutdown(2) is answered in a later turn.
    postMacrotask(callback);
  }

  override _destroy(error: Error | null, callback: Callback): void {
    this.#timer?.close();
    this.#timer = null;
    this.connecting = false;
    const link = this.#link;
    this.#link = null;
    if (this.#resets) link?.reset();
    else link?.end();
    // What still comes is answered by a reset, but it must come first.
    this.#giveBack();
    callback(error);
    const close = () => {
      this.emit('close', Boolean(error));
    };
    if (link) postMacrotask(close);
    else nextTick(close);
    this._server?.forget(this);
  }

  /** Half-closes, then destroys once all is written. */
  destroySoon(): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', () => this.destroy());
  }

  /** Closes with a reset (RST) in place of the end (FIN). */
  resetAndDestroy(): this {
    if (this.connecting) {
      this.once('connect', () => this.resetAndDestroy());
      return this;
    }
    if (this.#link === null) {
      return this.destroy(nodeError(Error, 'ERR_SOCKET_CLOSED', 'Socket is closed'));
    }
    this.#resets = true;
    return this.destroy();
  }

  setTimeout(milliseconds: number, callback?: () => void): this {
    if (this.destroyed) return this;
    this.timeout = milliseconds;
    this.#timer?.close();
    this.#timer = null;
    if (callback !== undefined) requireFunction(callback, 'callback');
    if (milliseconds > 0) {
      this.#timer = setTimeout(() => {
        this.emit('timeout');
      }, milliseconds).unref();
      if (callback) this.once('timeout', callback);
    } else if (callback) {
      this.removeListener('timeout', callback);
    }
    return this;
  }

  #touch(): void {
    this.#timer?.refresh();
  }

  get _handle(): object | null {
    return this.#link;
  }
  get pending(): boolean {
    return this.#link === null || this.connecting;
  }
  get bytesWritten(): number {
    const waiting = (
      this as unknown as { _writableState: { getBuffer(): { chunk: Uint8Array }[] } }
    )._writableState.getBuffer();
    return waiting.reduce((sum, { chunk }) => sum + chunk.length, this.#dispatched + this.#early);
  }
  get bufferSize(): number {
    return this.writableLength;
  }
}

function writeAfterEnd(
  this: Socket,
  _chunk: unknown,
  encodingOrCallback?: unknown,
  callback?: unknown,
): boolean {
  const done = [encodingOrCallback, callback].find((value) => typeof value === 'function');
  const error = nodeError(Error, 'EPIPE', 'This socket has been ended by the other party');
  if (done) nextTick(done as () => void, error);
  this.destroy(error);
  return false;
}
