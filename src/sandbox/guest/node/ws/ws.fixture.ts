// A server of `ws` and its client, as the cases need them, in either Node.
import type { AddressInfo } from 'node:net';
import type { ClientOptions, ServerOptions, WebSocket, WebSocketServer } from 'ws';
import { eventValues as event, type NodeModules } from '../guest.fixture.ts';

export const describeClose = ([code, reason]: unknown[]): unknown[] => [code, String(reason)];

type Session = {
  readonly wss: WebSocketServer;
  readonly server: WebSocket;
  readonly client: WebSocket;
  readonly port: number;
  readonly stop: () => Promise<void>;
};

export async function listen(
  { ws }: NodeModules,
  options: ServerOptions = {},
): Promise<{ wss: WebSocketServer; port: number }> {
  const wss = new ws.WebSocketServer({ port: 0, host: '127.0.0.1', ...options });
  await event(wss, 'listening');
  return { wss, port: (wss.address() as AddressInfo).port };
}

export async function session(
  node: NodeModules,
  server: ServerOptions = {},
  client: ClientOptions = {},
  protocols: string[] = [],
): Promise<Session> {
  const { wss, port } = await listen(node, server);
  const socket = new node.ws.WebSocket(`ws://127.0.0.1:${port}/chat`, protocols, client);
  const [[accepted]] = await Promise.all([event(wss, 'connection'), event(socket, 'open')]);
  const stop = async () => {
    const closed = event(wss, 'close');
    for (const each of wss.clients) each.terminate();
    socket.terminate();
    wss.close();
    await closed;
  };
  return { wss, server: accepted as WebSocket, client: socket, port, stop };
}
