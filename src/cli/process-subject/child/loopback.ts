// Keeps the student's servers and clients on the loopback, and puts free ports under the fixed ones they name.
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { methodOf } from '../../../evidence/primordials.ts';
import type { FromChild } from '../process-message.ts';

type Routes = {
  /** Where connections of the student's client to `port` go from now on. */
  add(port: number, actual: number): void;
};

/**
 * Replaces `listen`, `address` and `connect` of `node:net`, on which `http` and `ws` stand too. A server that asks for
 * port 8082 listens on a free one and says 8082; a client that asks for 8082 finds it, or the grader's, or a refusal.
 */
export function confineToLoopback(post: (message: FromChild) => void): Routes {
  const servers = new Map<number, number>();
  const routes = new Map<number, number>();
  confineServers(servers, post);
  confineClients((port) => servers.get(port) ?? routes.get(port));
  return {
    add: (port, actual) => {
      routes.set(port, actual);
    },
  };
}

type ListenOptions = {
  readonly port?: unknown;
  readonly host?: unknown;
  readonly path?: unknown;
  readonly backlog?: number;
};

function confineServers(servers: Map<number, number>, post: (message: FromChild) => void): void {
  const prototype = net.Server.prototype;
  const listen = methodOf(prototype, 'listen');
  const address = methodOf(prototype, 'address');
  const names = new WeakMap<Server, number>();

  prototype.listen = function (this: Server, ...args: unknown[]): Server {
    const { port, callback, isNamed } = readListen(args);
    if (port === null) throw refusal('listen', 'EACCES', 'only TCP ports are allowed here');
    if (!isPort(port)) return listen(this, ...args) as Server;
    if (servers.has(port)) {
      process.nextTick(() => this.emit('error', refusal('listen', 'EADDRINUSE', `port ${port}`)));
      return this;
    }
    // Taken from now on; the free port that stands for it is known once the server listens.
    if (port !== 0) servers.set(port, 0);
    const forget = () => {
      if (port !== 0) servers.delete(port);
    };
    this.once('error', forget);
    const opened = () => {
      this.off('error', forget);
      const actual = (address(this) as AddressInfo).port;
      const name = port === 0 ? actual : port;
      names.set(this, name);
      servers.set(name, actual);
      post({ kind: 'listening', port: name, actual });
      this.once('close', () => {
        servers.delete(name);
        names.delete(this);
        post({ kind: 'closed', port: name });
      });
    };
    // A host is looked up, and Node listens later; without one it does so at once: `address()` tells it right after.
    const handle = isNamed ? null : boundHandle();
    if (handle === null) {
      this.prependOnceListener('listening', opened);
      return listen(this, { port: 0, host: '127.0.0.1' }, callback) as Server;
    }
    try {
      listen(this, handle, callback);
    } catch (error) {
      handle.close();
      this.off('error', forget);
      forget();
      throw error;
    }
    opened();
    return this;
  } as typeof prototype.listen;

  prototype.address = function (this: Server): ReturnType<Server['address']> {
    const real = address(this) as AddressInfo | null;
    const name = names.get(this);
    return real === null || name === undefined ? real : { ...real, port: name };
  };
}

type BoundHandle = { close(): void };
type CreateServerHandle = (address: string, port: number, family: 4) => BoundHandle | number;

/** As `net` makes one for a cluster, bound to a free port of the loopback; `null` where that fails. */
function boundHandle(): BoundHandle | null {
  // Not in the types, and exported by Node since 0.9: its other ways to name an address all look it up.
  const exported = net as unknown as { readonly _createServerHandle: CreateServerHandle };
  const handle = exported._createServerHandle('127.0.0.1', 0, 4);
  return typeof handle === 'number' ? null : handle;
}

type Listen = { readonly port: unknown; readonly callback: unknown; readonly isNamed: boolean };

/** Whether a host is named, and the port asked for: `null` for a path, a descriptor or a handle. Anything but a port is left for Node to refuse. */
function readListen(args: readonly unknown[]): Listen {
  const [first] = args;
  const last = args.at(-1);
  const callback = typeof last === 'function' ? last : undefined;
  if (first === undefined || first === null || typeof first === 'function') {
    return { port: 0, callback, isNamed: false };
  }
  if (typeof first === 'object') {
    const options = first as ListenOptions & { readonly fd?: unknown };
    const isElsewhere = isGiven(options.path) || isGiven(options.fd);
    const isNamed = isGiven(options.host);
    return { port: isElsewhere ? null : portOf(options.port ?? 0), callback, isNamed };
  }
  const port = portOf(first);
  const isNamed = typeof args[1] === 'string';
  return { port: typeof first === 'string' && !isPort(port) ? null : port, callback, isNamed };
}

/** Node's own callers write `path: null` for a connection that has none. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function portOf(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 65_536;
}

type ConnectOptions = { readonly port?: unknown; readonly path?: unknown };

function confineClients(actualOf: (port: number) => number | undefined): void {
  const prototype = net.Socket.prototype;
  const connect = methodOf(prototype, 'connect');

  prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    const { options, callback } = readConnect(args);
    const port = portOf(options.port);
    const actual = isPort(port) ? actualOf(port) : undefined;
    if (actual === undefined || actual === 0 || isGiven(options.path)) {
      process.nextTick(() => {
        this.destroy(refusal('connect', 'ECONNREFUSED', `127.0.0.1:${String(port)}`));
      });
      return this;
    }
    const confined = { ...options, host: '127.0.0.1', port: actual, lookup: undefined };
    return connect(this, confined, callback) as Socket;
  };
}

/** `connect(options)`, `connect(port, host)`, or the array that Node makes of them for itself. */
function readConnect(args: readonly unknown[]): { options: ConnectOptions; callback: unknown } {
  const [first] = args;
  if (Array.isArray(first)) {
    const [options, callback] = first as [ConnectOptions | undefined, unknown];
    return { options: options ?? {}, callback: callback ?? undefined };
  }
  const last = args.at(-1);
  const callback = typeof last === 'function' ? last : undefined;
  if (typeof first === 'object' && first !== null) return { options: first, callback };
  return { options: { port: first }, callback };
}

/** An error as Node's own, with `code` and `syscall`. */
function refusal(syscall: string, code: string, detail: string): Error {
  return Object.assign(new Error(`${syscall} ${code} ${detail}`), { code, syscall });
}
