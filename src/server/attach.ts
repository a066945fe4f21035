// Adds our WebSocket endpoints to an HTTP server: the production server's and `astro dev`'s, which also serves Vite's own.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import { LIVE_PREFIX, parseLivePath } from '../live/index.ts';
import { echoEndpoint, type EchoOptions } from './echo.ts';
import type { Endpoint } from './endpoint.ts';
import { liveEndpoint } from './live/live-endpoint.ts';
import { type LiveOptions, liveLimits } from './live/live-options.ts';
import { liveReach } from './live/live-reach.ts';
import { LiveRelay } from './live/live-relay.ts';
import { answerWithPage } from './live/page-answer.ts';
import { namesTwoHosts } from './named-host.ts';
import { refuse } from './refusal.ts';
import { toOriginForm } from './request-path.ts';

export type AttachOptions = {
  /**
   * Upgrades to a path that is not ours: `refuse` with 404, or `leave` to the other listeners of the server
   * (in development, Vite's hot reload).
   */
  readonly otherUpgrades: 'refuse' | 'leave';
  readonly echo?: EchoOptions;
  readonly live?: LiveOptions;
  /** What this server was started with, for those who must start it otherwise. Default `npm start`. */
  readonly command?: string;
};

export interface Attachment {
  /** Answers a request for a student's page; false when it is for the site. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Closes every WebSocket with 1001, waits for their closing handshakes until `deadline` aborts, then cuts. */
  close(deadline: AbortSignal): Promise<void>;
}

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** What is used of an HTTP server: Node's and Vite's both fit. */
export interface UpgradingServer {
  on(event: 'upgrade', listener: UpgradeListener): unknown;
  off(event: 'upgrade', listener: UpgradeListener): unknown;
  address(): AddressInfo | string | null;
}

/** Endpoints: `/ws/echo`, `/ws/live`, and `/live/<code>/…` for visitors. Every guard runs before any 101. */
export function attach(server: UpgradingServer, options: AttachOptions): Attachment {
  const limits = liveLimits(options.live);
  const relay = new LiveRelay(limits);
  const reach = (origin: string) => {
    // A TCP server that takes connections has an address, and it is never a pipe's name.
    const address = server.address() as AddressInfo;
    return liveReach(origin, address, networkInterfaces(), options.command ?? 'npm start');
  };
  const endpoints: readonly Endpoint[] = [
    echoEndpoint(options.echo),
    liveEndpoint(relay, limits, reach),
  ];
  const onUpgrade: UpgradeListener = (request, socket, head) => {
    const target = toOriginForm(request.url ?? '');
    const path = target.split('?', 1)[0];
    const endpoint = endpoints.find((each) => each.path === path);
    // First of all: an unheard `error` of a socket ends the process.
    socket.on('error', () => {
      socket.destroy();
    });
    if (endpoint !== undefined) guard(endpoint, request, socket, head);
    else if (target.startsWith(LIVE_PREFIX)) {
      // Version, origin and key are for the student's server to judge.
      if (namesTwoHosts(request)) refuse(socket, 400);
      else relay.visit(request, socket, head, parseLivePath(target));
    } else if (options.otherUpgrades === 'refuse') refuse(socket, 404);
  };
  server.on('upgrade', onUpgrade);
  return {
    answer: (request, response) => answerWithPage(request, response, (code) => relay.pageOf(code)),
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
    refuse(socket, 426, [
      ['Sec-WebSocket-Version', '13'],
      ['Upgrade', 'websocket'],
    ]);
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
