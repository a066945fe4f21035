// `http.Agent`: keeps connections that may serve another request.
import { EventEmitter } from '../events.ts';
import { nextTick } from '../event-loop.ts';
import { connect } from '../net/index.ts';
import type { Socket } from '../net/socket.ts';
import type { ConnectOptions } from '../net/address.ts';

/** What an agent needs of a request: it gives it a connection. */
type WaitingRequest = { reusedSocket: boolean; onSocket(socket: Socket): void };

/** Nobody listens to an idle connection: its error is nobody's. */
const ignoreError = (): void => undefined;
function closeIdle(this: Socket): void {
  this.destroy();
}

export type AgentOptions = {
  readonly keepAlive?: boolean;
  readonly maxSockets?: number;
  readonly maxFreeSockets?: number;
  readonly timeout?: number;
};

export class Agent extends EventEmitter {
  readonly options: AgentOptions;
  readonly keepAlive: boolean;
  readonly maxSockets: number;
  readonly maxFreeSockets: number;
  defaultPort = 80;
  protocol = 'http:';
  readonly sockets: Record<string, Socket[]> = Object.create(null) as Record<string, Socket[]>;
  readonly freeSockets: Record<string, Socket[]> = Object.create(null) as Record<string, Socket[]>;

  constructor(options: AgentOptions = {}) {
    super();
    this.options = options;
    this.keepAlive = options.keepAlive ?? false;
    this.maxSockets = options.maxSockets ?? Infinity;
    this.maxFreeSockets = options.maxFreeSockets ?? 256;
  }

  getName(options: ConnectOptions = {}): string {
    return `${options.host ?? 'localhost'}:${String(options.port ?? '')}:`;
  }

  createConnection(options: ConnectOptions): Socket {
    return connect(options);
  }

  /** Gives `request` a connection, kept or new. `maxSockets` is not enforced: one page never opens that many. */
  addRequest(request: WaitingRequest, options: ConnectOptions): void {
    const name = this.getName(options);
    const kept = this.#takeKept(name);
    if (kept) {
      request.reusedSocket = true;
      this.#use(name, kept);
      request.onSocket(kept);
      // After the request, which listens from the next tick on: an error meanwhile would be fatal.
      nextTick(() => {
        kept.removeListener('error', ignoreError);
        kept.removeListener('end', closeIdle);
        kept.removeListener('timeout', closeIdle);
      });
      return;
    }
    const socket = this.createConnection(options);
    this.#use(name, socket);
    socket.once('close', () => {
      this.#forget(name, socket);
    });
    socket.on('free', () => {
      this.#keep(name, socket);
    });
    request.onSocket(socket);
  }

  #takeKept(name: string): Socket | undefined {
    const kept = this.freeSockets[name] ?? [];
    let socket = kept.pop();
    while (socket && (socket.destroyed || !socket.writable)) socket = kept.pop();
    if (kept.length === 0) Reflect.deleteProperty(this.freeSockets, name);
    return socket;
  }

  #use(name: string, socket: Socket): void {
    (this.sockets[name] ??= []).push(socket);
  }

  #forget(name: string, socket: Socket): void {
    for (const lists of [this.sockets, this.freeSockets]) {
      const rest = lists[name]?.filter((other) => other !== socket) ?? [];
      if (rest.length > 0) lists[name] = rest;
      else Reflect.deleteProperty(lists, name);
    }
  }

  #keep(name: string, socket: Socket): void {
    this.#forget(name, socket);
    const kept = (this.freeSockets[name] ??= []);
    if (
      !this.keepAlive ||
      kept.length >= this.maxFreeSockets ||
      socket.destroyed ||
      !socket.writable
    ) {
      socket.destroy();
      return;
    }
    kept.push(socket);
    if (this.options.timeout !== undefined) socket.setTimeout(this.options.timeout, closeIdle);
    socket.on('error', ignoreError);
    socket.on('end', closeIdle);
    socket.resume();
  }

  destroy(): void {
    for (const lists of [this.sockets, this.freeSockets]) {
      for (const socket of Object.values(lists).flat()) socket.destroy();
    }
  }
}

/** Node keeps connections since version 19. */
export const globalAgent = new Agent({ keepAlive: true, timeout: 5_000 });
