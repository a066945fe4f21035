// Adds our WebSocket endpoints to an HTTP server: the production server's and `astro dev`'s, which also serves Vite's own.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { echoEndpoint, type EchoOptions } from './echo.ts';
import type { Endpoint } from './endpoint.ts';
import { namesTwoHosts } from './named-host.ts';
import { refuse } from './refusal.ts';

export type AttachOptions = {
  /**
   * Upgrades to a path that is not ours: `refuse` with 404, or `leave` to the other listeners of the server
   * (in development, Vite's hot reload).
   */
  readonly otherUpgrades: 'refuse' | 'leave';
  readonly echo?: EchoOptions;
};

export interface Attachment {
  /** Closes every WebSocket with 1001, waits for their closing handshakes until `deadline` aborts, then cuts. */
  close(deadline: AbortSignal): Promise<void>;
}

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** What is used of an HTTP server: Node's and Vite's both fit. */
export interface UpgradingServer {
  on(event: 'upgrade', listener: UpgradeListener): unknown;
  off(event: 'upgrade', listener: UpgradeListener): unknown;
}

/** Endpoints: `/ws/echo`. Every guard runs before any 101. */
export function attach(server: UpgradingServer, options: AttachOptions): Attachment {
  const endpoints: readonly Endpoint[] = [echoEndpoint(options.echo)];
  const onUpgrade: UpgradeListener = (request, socket, head) => {
    const path = (request.url ?? '').split('?', 1)[0];
    const endpoint = endpoints.find((each) => each.path === path);
    // First of all: an unheard `error` of a socket ends the process.
    socket.on('error', () => {
      socket.destroy();
    });
    if (endpoint !== undefined) guard(endpoint, request, socket, head);
    else if (options.otherUpgrades === 'refuse') refuse(socket, 404);
  };
  server.on('upgrade', onUpgrade);
  return {
    close: async (deadline) => {
      server.off('upgrade', onUpgrade);
      await Promise.all(endpoints.map((endpoint) => endpoint.close(deadline)));
    },
  };
}

function guard(endpoint: Endpoint, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (namesTwoHosts(request)) {
    refuse(socket, 400);
  } else if (request.headers['sec-websocket-version'] !== '13') {
    // RFC 6455 §4.4; `ws` would take version 8 as well.
    refuse(socket, 426, { 'Sec-WebSocket-Version': '13', Upgrade: 'websocket' });
  } else if (isAllowedOrigin(request, endpoint.allowsMissingOrigin)) {
    endpoint.upgrade(request, socket, head);
  } else {
    refuse(socket, 403);
  }
}

/**
 * Is the page that asks one of ours? The origin is compared whole: `http://hôte.example` begins like
 * `http://hôte.example.attacker`. Both schemes pass, since TLS may end before us (RFC 6455 §10.2).
 */
function isAllowedOrigin(request: IncomingMessage, allowsMissing: boolean): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return allowsMissing;
  if (host === undefined) return false;
  const asked = origin.toLowerCase();
  const ours = host.toLowerCase();
  return asked === `http://${ours}` || asked === `https://${ours}`;
}
