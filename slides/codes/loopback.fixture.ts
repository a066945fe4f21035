// A WebSocket server on the loopback, and the browser's own class pointed at it whatever address a listing shows.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type ServerOptions } from 'ws';

export type Loopback = AsyncDisposable & {
  readonly wss: WebSocketServer;
  readonly port: number;
  readonly address: string;
  /** The platform's `WebSocket`; every address leads to this server, its path kept. */
  readonly WebSocket: typeof globalThis.WebSocket;
};

export async function serveLoopback(options: ServerOptions = {}): Promise<Loopback> {
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', ...options });
  await once(wss, 'listening');
  const { port } = wss.address() as AddressInfo;
  return {
    wss,
    port,
    address: `ws://127.0.0.1:${port}`,
    WebSocket: class extends globalThis.WebSocket {
      constructor(address: string | URL, protocols: string | string[] = []) {
        const { pathname, search } = new URL(address);
        super(`ws://127.0.0.1:${port}${pathname}${search}`, protocols);
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of wss.clients) client.terminate();
      await new Promise((resolve) => {
        wss.close(resolve);
      });
    },
  };
}

/** Opens a connection to the server and waits until it is open. */
export async function openPage(server: Loopback): Promise<globalThis.WebSocket> {
  const ws = new server.WebSocket(server.address);
  await event(ws, 'open');
  return ws;
}

/** The next event of that name. */
export const event = <Name extends keyof WebSocketEventMap>(
  ws: globalThis.WebSocket,
  name: Name,
): Promise<WebSocketEventMap[Name]> =>
  new Promise((resolve) => {
    ws.addEventListener(name, resolve, { once: true });
  });
