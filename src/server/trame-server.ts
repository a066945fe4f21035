// The whole server without its process: the site, the WebSocket endpoints, and the limits that keep it standing.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { attach, type Attachment } from './attach.ts';
import type { ListenOptions } from './command-line.ts';
import type { EchoOptions } from './echo.ts';
import type { LiveOptions } from './live/live-options.ts';
import { refuse } from './refusal.ts';
import { staticSite } from './static-site.ts';
import { asksForWebSocket } from './upgrade-field.ts';

export type TrameServerOptions = {
  /** The built site: an absolute path. */
  readonly dist: string;
  readonly echo?: EchoOptions;
  readonly live?: LiveOptions;
  /** Milliseconds that a request head may take. Default 10,000. */
  readonly headersTimeout?: number;
  /** Milliseconds that a whole request may take. Default 15,000. */
  readonly requestTimeout?: number;
  /** Milliseconds without traffic before a plain connection is cut, a reader that does not read included. Default 60,000. */
  readonly idleTimeout?: number;
  /** Milliseconds given to closing handshakes and pending answers when the server stops. Default 3,000. */
  readonly closeGrace?: number;
};

export interface TrameServer {
  /** Rejects with Node's own error (`EADDRINUSE`, `EACCES`, …). */
  listen(options: ListenOptions): Promise<AddressInfo>;
  /** Stops within `closeGrace`: WebSockets get 1001, pending answers end, the rest is cut. Idempotent. */
  close(): Promise<void>;
}

/** Request heads: browsers send some twenty fields and 2 kB. Beyond, 431. */
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_HEADERS = 100;
/** Well below the usual limit of file descriptors, so that the site can still open its files. */
const MAX_CONNECTIONS = 900;

export function createTrameServer(options: TrameServerOptions): TrameServer {
  const headersTimeout = options.headersTimeout ?? 10_000;
  const site = staticSite(options.dist);
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout,
      requestTimeout: options.requestTimeout ?? 15_000,
      connectionsCheckingInterval: Math.ceil(headersTimeout / 10),
      keepAliveTimeout: 5000,
      // Other upgrades (h2c) are answered as plain requests (RFC 9110 §7.8).
      shouldUpgradeCallback: ({ headers }) => asksForWebSocket(headers.upgrade),
    },
    (request, response) => {
      if (!attachment.answer(request, response)) site(request, response);
    },
  );
  server.maxHeadersCount = MAX_HEADERS;
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(options.idleTimeout ?? 60_000);
  const isAnswering = watchAnswers(server);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (isAnswering(socket)) socket.destroy();
    else refuseBadRequest(error, socket);
  });
  const attachment = attach(server, {
    otherUpgrades: 'refuse',
    ...(options.echo && { echo: options.echo }),
    ...(options.live && { live: options.live }),
  });
  let closing: Promise<void> | null = null;
  return {
    listen: async ({ port, host }) => {
      server.listen({ port, ...(host !== null && { host }) });
      await once(server, 'listening');
      return server.address() as AddressInfo; // A TCP server's address is never a pipe's name.
    },
    close: () => (closing ??= stop(server, attachment, options.closeGrace ?? 3000)),
  };
}

/** Whether a socket has an answer under way: a refusal written then would become part of its body. */
function watchAnswers(server: Server): (socket: Duplex) => boolean {
  const underWay = new WeakMap<Duplex, number>();
  const count = (socket: Duplex, change: 1 | -1) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + change);
  };
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => {
      count(socket, -1);
    });
  });
  return (socket) => (underWay.get(socket) ?? 0) > 0;
}

function refuseBadRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else if (error.code === 'HPE_HEADER_OVERFLOW') refuse(socket, 431);
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') refuse(socket, 408);
  else refuse(socket, 400);
}

async function stop(server: Server, attachment: Attachment, grace: number): Promise<void> {
  const deadline = AbortSignal.timeout(grace);
  const isListening = server.listening;
  const closed = isListening ? once(server, 'close') : Promise.resolve();
  if (isListening) server.close();
  server.closeIdleConnections();
  deadline.addEventListener('abort', () => {
    server.closeAllConnections();
  });
  await Promise.all([closed, attachment.close(deadline)]);
}
