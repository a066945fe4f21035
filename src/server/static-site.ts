// The built site over HTTP: precompressed files, validators, lasting caches for hashed names, and a French 404.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { NOT_FOUND_PAGE, statusSentence } from './messages.ts';
import { LIVE_PAGE, namesLivePage } from './live/live-page.ts';
import { namesTwoHosts } from './named-host.ts';
import { parseRequestPath } from './request-path.ts';
import {
  COMMON_HEADERS,
  NO_CONNECTIONS,
  PAGE_CSP,
  pageFrameCsp,
  readScriptHash,
  sandboxCsp,
  SEARCH_WORKER_CSP,
} from './security-headers.ts';

/** Names that carry a hash of their content never change (Astro's `_astro/`). */
const HASHED = '/_astro/';
const FOREVER = 'public, max-age=31536000, immutable';
/** Other names are asked for again each time, and answered 304 when they have not changed. */
const REVALIDATE = 'no-cache';

/** Whatever a file system makes of the case, everything under `/sandbox` has the sandbox's policy. */
const SANDBOX = /^\/sandbox(?:[/.]|$)/i;
/** Students' pages have a frame, and a policy, of their own. */
const PAGE_FRAME = /^\/sandbox\/page(?:[/.]|$)/i;
/** Read by this server, of no use to anyone else; nor are its compressed copies. */
const UNSERVED = /^\/sandbox\/csp\.json/i;

/** The one script that may compile WebAssembly: the worker of the course's search, under the name that the bundler gives it. */
const SEARCH_WORKER = /^\/_astro\/search-worker-[\w-]+\.js$/;

/** Answers every request from the files of `dist` (absolute path), which may be rebuilt meanwhile. */
export function staticSite(dist: string): RequestListener {
  // `dev` looks at the disk for each request: a site rebuilt while we serve is served whole, never half.
  const files = sirv(dist, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      response.setHeader('Cache-Control', pathname.startsWith(HASHED) ? FOREVER : REVALIDATE);
    },
  });
  return (request, response) => {
    setCommonHeaders(response, PAGE_CSP);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendStatus(response, 405);
      return;
    }
    if (namesTwoHosts(request)) {
      sendStatus(response, 400);
      return;
    }
    if (namesLivePage(request.url ?? '')) {
      serveFile(files, dist, request, response, LIVE_PAGE);
      return;
    }
    const requested = parseRequestPath(request.url ?? '');
    if (requested.status === 'invalid') {
      if (requested.code === 404) void sendNotFound(dist, response);
      else sendStatus(response, requested.code);
      return;
    }
    if (UNSERVED.test(requested.pathname)) {
      void sendNotFound(dist, response);
      return;
    }
    if (SANDBOX.test(requested.pathname))
      response.setHeader(NO_CONNECTIONS.name, NO_CONNECTIONS.value);
    if (PAGE_FRAME.test(requested.pathname))
      setCommonHeaders(response, pageFrameCsp(readScriptHash(dist, 'pageScriptHash')));
    else if (SANDBOX.test(requested.pathname))
      setCommonHeaders(response, sandboxCsp(readScriptHash(dist)));
    else if (SEARCH_WORKER.test(requested.pathname)) setCommonHeaders(response, SEARCH_WORKER_CSP);
    serveFile(files, dist, request, response, requested.target);
  };
}

function serveFile(
  files: ReturnType<typeof sirv>,
  dist: string,
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
): void {
  request.url = target;
  // sirv throws on some ranges and misreads others; nothing here is large enough to need them (RFC 9110 §14.2).
  delete request.headers.range;
  // sirv does not listen to the file it reads: gone meanwhile, or no descriptor left, must not end the process.
  // Nor does it close the file when the client goes away: each one that did would cost us a descriptor for ever.
  response.once('pipe', (source) => {
    source.once('error', () => response.destroy());
    response.once('close', () => source.destroy());
  });
  try {
    files(request, response, () => void sendNotFound(dist, response));
  } catch {
    // A file that vanished between two looks at it.
    if (response.headersSent) response.destroy();
    else sendStatus(response, 503);
  }
}

function setCommonHeaders(response: ServerResponse, csp: string): void {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', csp);
}

async function sendNotFound(dist: string, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(dist, '404.html')).catch(() => Buffer.from(NOT_FOUND_PAGE));
  setCommonHeaders(response, PAGE_CSP);
  response.writeHead(404, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': page.length,
    'Cache-Control': 'no-store',
  });
  response.end(page);
}

/** A refusal that a person may see, in one French sentence; the connection then closes. */
function sendStatus(response: ServerResponse, status: number): void {
  const body = Buffer.from(`${statusSentence(status)}\n`);
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(body);
}
