// The contract of every `WebSocket` as a page, beside a scripted peer on a real port: Chromium's own class faces it there.
import { createServer, type Server } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';
import path from 'node:path';
import { Duplex } from 'node:stream';
import { build } from 'esbuild';
import type { ByteStream } from '../../src/mux/index.ts';
import { servePeer } from '../../src/browser-websocket/contract/scripted-peer.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type ContractPage = {
  /** The page's address; `window.runContract(title, base)` runs one case there. */
  readonly address: string;
  /** `ws://127.0.0.1:…`, where the peer listens. */
  readonly base: string;
  close(): Promise<void>;
};

export async function serveContractPage(): Promise<ContractPage> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'e2e/harness/web-socket-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2024',
    logLevel: 'error',
  });
  const script = outputFiles[0]?.text ?? '';
  const peer = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    void servePeer(toByteStream(socket));
  });
  const site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Contrat</title><script>${script}</script>`);
  });
  const [base, address] = await Promise.all([listen(peer), listen(site)]);
  return {
    base: `ws://127.0.0.1:${base}`,
    address: `http://127.0.0.1:${address}/`,
    close: async () => {
      await Promise.all([
        new Promise((resolve) => peer.close(resolve)),
        new Promise((resolve) => site.close(resolve)),
      ]);
    },
  };
}

/** `Duplex.toWeb` gives the same two streams under other types, but for one thing: an abort there is no reset. */
function toByteStream(socket: Socket): ByteStream {
  const { readable, writable } = Duplex.toWeb(socket) as unknown as ByteStream;
  const writer = writable.getWriter();
  writer.closed.catch(() => undefined);
  return {
    readable,
    writable: new WritableStream({
      write: (chunk) => writer.write(chunk),
      close: () => writer.close(),
      abort: () => {
        socket.resetAndDestroy();
      },
    }),
  };
}

async function listen(server: Server | TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
