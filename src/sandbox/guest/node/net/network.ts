// The network of one guest: ports that listen, connections between them, and the seam to the world outside.
import type { IncomingStream, MuxStream } from '../../../../mux/index.ts';
import { systemError } from '../errors.ts';
import { linkPair, type Link } from './link.ts';

export type Endpoint = {
  readonly address: string;
  readonly family: 'IPv4' | 'IPv6';
  readonly port: number;
};
export type Connection = {
  readonly link: Link;
  readonly local: Endpoint;
  readonly remote: Endpoint;
};
type Accept = (connection: Connection) => void;

/** What the realm wants to know of ports. */
export type NetworkObserver = { listening?(port: number): void; closed?(port: number): void };

const LOOPBACK = '127.0.0.1';
const FIRST_EPHEMERAL = 49_152;
const LAST_PORT = 65_535;

const loopback = (port: number, address = LOOPBACK): Endpoint => ({
  address,
  family: address.includes(':') ? 'IPv6' : 'IPv4',
  port,
});

export class Network {
  readonly #listeners = new Map<number, Accept>();
  readonly #observers: NetworkObserver[] = [];
  #nextEphemeral = FIRST_EPHEMERAL;
  /** Opens a stream to a port that is listened to outside; `null` when there is none. Set by the realm. */
  openOutside: ((port: number) => MuxStream | null) | null = null;

  /** The ports that listen now, in the order in which they began to. */
  get ports(): readonly number[] {
    return [...this.#listeners.keys()];
  }

  observe(observer: NetworkObserver): void {
    this.#observers.push(observer);
  }

  /** Takes the port, or a free one for 0. Throws `EADDRINUSE`. */
  listen(wanted: number, address: string, accept: Accept): number {
    const port = wanted === 0 ? this.#freePort() : wanted;
    if (this.#listeners.has(port)) throw systemError('EADDRINUSE', 'listen', { address, port });
    this.#listeners.set(port, accept);
    for (const observer of this.#observers) observer.listening?.(port);
    return port;
  }

  close(port: number): void {
    if (!this.#listeners.delete(port)) return;
    for (const observer of this.#observers) observer.closed?.(port);
  }

  /** A connection from inside to a port that listens inside, or outside; `null` when it is refused. */
  connect(port: number): { readonly connection: Connection; readonly isOpen: boolean } | null {
    const local = loopback(this.#freePort());
    const remote = loopback(port);
    const accept = this.#listeners.get(port);
    if (accept) {
      const [ours, theirs] = linkPair();
      accept({ link: theirs, local: remote, remote: local });
      return { connection: { link: ours, local, remote }, isOpen: true };
    }
    const stream = this.openOutside?.(port);
    return stream ? { connection: { link: stream, local, remote }, isOpen: false } : null;
  }

  /** A connection from outside: accepted if its port listens, else refused. Says which. */
  connectFromOutside(incoming: IncomingStream): boolean {
    const { port, remoteAddress, remotePort } = incoming.metadata;
    const accept = this.#listeners.get(port);
    if (!accept) {
      incoming.refuse();
      return false;
    }
    const remote = loopback(remotePort ?? this.#freePort(), remoteAddress);
    accept({ link: incoming.accept(), local: loopback(port), remote });
    return true;
  }

  #freePort(): number {
    do {
      this.#nextEphemeral =
        this.#nextEphemeral >= LAST_PORT ? FIRST_EPHEMERAL : this.#nextEphemeral + 1;
    } while (this.#listeners.has(this.#nextEphemeral));
    return this.#nextEphemeral;
  }
}

/** One worker, one machine. */
export const network = new Network();
