// What a WebSocket endpoint of ours is: a path, and what may be refused before any 101.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes an upgrade whose guards have passed. */
export interface Endpoint {
  /** Compared with the path of the request, whole, query left out. */
  readonly path: string;
  /** Whether a client that sends no `Origin` (no browser) is welcome. `Origin: null` never is. */
  readonly allowsMissingOrigin: boolean;
  /** Completes the opening handshake, or refuses with a status of its own. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Starts the closing handshake of every connection (1001), and cuts what is left when `deadline` aborts. */
  close(deadline: AbortSignal): Promise<void>;
}
