// The test server: the harness and the opaque page with their policies, and traps that count whatever reaches them.
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { HARNESS_DIRECTORY } from './global-setup.ts';
import type { SandboxPage } from '../src/sandbox/frame/build.ts';

/** The policy of the site's own pages (findings: CSP of the parent page). */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const HARNESS =
  '<!doctype html><title>Harnais</title><script type=module src=/harness.js></script>';

export type TestServer = AsyncDisposable & {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Port of the UDP trap, for WebRTC. */
  readonly udpPort: number;
  /** What the page said to `/report?…`, for pages that Playwright takes for dead. */
  readonly reports: string[];
  /** What reached `/hit/<name>` since the last call: each name once, sorted; `udp` for a datagram. */
  takeHits(): string[];
  /** Connections since the server started, whether a request came over them or not. */
  readonly connections: () => number;
};

/** Serves what the global setup has built, on free ports of the loopback address. */
export async function startTestServer(): Promise<TestServer> {
  const built = await readBuilt();
  const hits = new Set<string>();
  const reports: string[] = [];
  const udp = createSocket('udp4', () => undefined);
  udp.on('message', () => hits.add('udp'));
  udp.bind(0, '127.0.0.1');
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/report') {
      reports.push(decodeURIComponent(url.search.slice(1)));
      response.end();
    } else if (url.pathname.startsWith('/hit/')) hit(hits, url, response);
    else serve(built, url.pathname, response);
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  // A `WebSocket` that comes is counted, then cut.
  server.on('upgrade', (request, socket) => {
    hits.add(hitName(new URL(request.url ?? '/', 'http://localhost')));
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(udp, 'listening')]);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    udpPort: udp.address().port,
    reports,
    takeHits: () => {
      const names = [...hits].sort();
      hits.clear();
      return names;
    },
    connections: () => connections,
    [Symbol.asyncDispose]: () => stop(server, udp),
  };
}

type Built = {
  readonly harness: string;
  readonly guest: string;
  readonly page: SandboxPage;
  /** The same for students’ pages. */
  readonly pageGuest: string;
  readonly pageFrame: SandboxPage;
};

async function readBuilt(): Promise<Built> {
  const read = (name: string) => readFile(path.join(HARNESS_DIRECTORY, name), 'utf8');
  const readPage = async (name: string) => JSON.parse(await read(name)) as SandboxPage;
  const [harness, guest, page, pageGuest, pageFrame] = await Promise.all([
    read('harness.js'),
    read('guest.js'),
    readPage('sandbox-page.json'),
    read('page-guest.js'),
    readPage('page-frame.json'),
  ]);
  return { harness, guest, page, pageGuest, pageFrame };
}

function serve(built: Built, pathname: string, response: ServerResponse): void {
  const { harness, guest, page, pageGuest, pageFrame } = built;
  const html = { 'Content-Type': 'text/html; charset=utf-8' };
  const script = { 'Content-Type': 'text/javascript; charset=utf-8' };
  switch (pathname) {
    case '/':
      response.writeHead(200, {
        ...html,
        'Content-Security-Policy': PAGE_POLICY,
        'Set-Cookie': 'secret=page; Path=/',
      });
      response.end(HARNESS);
      break;
    case '/any-frame/':
      // A lab whose frames may come from elsewhere, as `/any-parent/…` may be framed by anyone.
      response.writeHead(200, {
        ...html,
        'Content-Security-Policy': PAGE_POLICY.replace("frame-src 'self'", 'frame-src *'),
      });
      response.end(HARNESS);
      break;
    case '/harness.js':
      response.writeHead(200, script).end(harness);
      break;
    case '/guest.js':
      response.writeHead(200, script).end(guest);
      break;
    case '/sandbox/page/runtime.js':
      response.writeHead(200, script).end(pageGuest);
      break;
    case '/sandbox/':
      serveSandbox(page, response);
      break;
    case '/sandbox/page/':
      serveSandbox(pageFrame, response);
      break;
    case '/any-parent/sandbox/page/':
      serveSandbox(
        { ...pageFrame, policy: pageFrame.policy.replace("; frame-ancestors 'self'", '') },
        response,
      );
      break;
    case '/no-policy/page/':
      response.writeHead(200, html).end(pageFrame.html.replace(/<meta http-equiv[^>]*>/, ''));
      break;
    case '/meta-only/':
      response.writeHead(200, html).end(page.html);
      break;
    case '/no-policy/':
      // The control: the same page without any policy, to prove that the traps catch.
      response.writeHead(200, html).end(page.html.replace(/<meta http-equiv[^>]*>/, ''));
      break;
    default:
      response.writeHead(404).end();
  }
}

function serveSandbox({ html, policy }: SandboxPage, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Connection-Allowlist': '()',
    // As on the site: a frame that must be opened again does not need the server.
    'Cache-Control': 'max-age=3600',
  });
  response.end(html);
}

/** Answers in a way that lets every kind of request go as far as it can. */
function hit(hits: Set<string>, url: URL, response: ServerResponse): void {
  hits.add(hitName(url));
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    'Content-Type': url.pathname.includes('css') ? 'text/css' : 'text/javascript',
  });
  response.end('/* trap */');
}

function hitName(url: URL): string {
  return url.pathname.replace(/^\/hit\//, '');
}

async function stop(server: Server, udp: UdpSocket): Promise<void> {
  udp.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
