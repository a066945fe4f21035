// `/ws/echo`: sends every message back, for demonstrations and first tries, to anyone who stays within bounds.
import { Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeAll } from './close-all.ts';
import { witnessEcho, WITNESS_SUBPROTOCOL, type EchoWitness } from './echo-witness.ts';
import type { Endpoint } from './endpoint.ts';
import { startHeartbeat } from './heartbeat.ts';
import { refuse } from './refusal.ts';
import { createTokenBucket } from './token-bucket.ts';
import { createUnreadGuard } from './unread-guard.ts';

export type EchoOptions = {
  /** Connections at once; one more is answered 503. Default 500. */
  readonly maxConnections?: number;
  /** Milliseconds without a message, a ping or a pong from the client before it is cut. Default 60,000. */
  readonly idleTimeout?: number;
  /** Memory that what a client leaves unread may cost before it is cut, in bytes. Default 1 MiB. */
  readonly maxUnreadBytes?: number;
  /** Milliseconds that a closing handshake may take. Default 5,000. */
  readonly closeTimeout?: number;
};

const POLICY_VIOLATION = 1008;

/** A client may ping this often in a row, then ten times a second: more is no keepalive but a flood. */
const PING_BURST = 100;
const PINGS_PER_SECOND = 10;

export function echoEndpoint(options: EchoOptions = {}): Endpoint {
  const maxConnections = options.maxConnections ?? 500;
  const maxUnreadBytes = options.maxUnreadBytes ?? 1024 * 1024;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 64 * 1024,
    maxFragments: 256,
    perMessageDeflate: false,
    // As `ws` does by itself, the first one, unless the witness is among them.
    handleProtocols: (offered) =>
      offered.has(WITNESS_SUBPROTOCOL)
        ? WITNESS_SUBPROTOCOL
        : (offered.values().next().value ?? false),
    // Spread because @types/ws does not know this option yet.
    ...{ closeTimeout: options.closeTimeout ?? 5000 },
  });
  const heartbeat = startHeartbeat(server.clients, options.idleTimeout ?? 60_000);
  return {
    path: '/ws/echo',
    allowsMissingOrigin: true,
    upgrade: (request, socket, head) => {
      if (server.clients.size >= maxConnections) {
        refuse(socket, 503);
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => {
        const isWatched = client.protocol === WITNESS_SUBPROTOCOL && socket instanceof Socket;
        serve(client, maxUnreadBytes, isWatched ? witnessEcho(socket) : null);
        heartbeat.watch(client);
      });
    },
    close: async (deadline) => {
      heartbeat.stop();
      await closeAll(server.clients, deadline);
    },
  };
}

function serve(client: WebSocket, maxUnreadBytes: number, witness: EchoWitness | null): void {
  // `ws` has already answered with the close code; unheard, the error would end the process.
  client.on('error', () => undefined);
  const send = createUnreadGuard(client, maxUnreadBytes);
  client.on('message', (data, isBinary) => {
    if (client.readyState !== client.OPEN) return;
    if (witness === null) {
      send(data, isBinary);
      return;
    }
    const sighting = witness.watch(() => {
      send(data, isBinary);
    });
    if (sighting !== null) send(Buffer.from(JSON.stringify(sighting)), false);
  });
  const pings = createTokenBucket(PINGS_PER_SECOND, PING_BURST);
  client.on('ping', () => {
    if (!pings.tryTake() && client.readyState === client.OPEN) client.close(POLICY_VIOLATION);
  });
}
