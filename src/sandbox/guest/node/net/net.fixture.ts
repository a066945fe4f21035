// Servers and sockets of `node:net` as its cases need them, in either Node.
import type { AddressInfo, Server, Socket } from 'node:net';
import { event, type NodeModules } from '../guest.fixture.ts';

type Pair = { readonly server: Server; readonly client: Socket; readonly accepted: Socket };
export async function listening({ net }: NodeModules): Promise<{ server: Server; port: number }> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await event(server, 'listening');
  return { server, port: portOf(server) };
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
export const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

export async function connectedPair(
  { net }: NodeModules,
  options: { allowHalfOpen?: boolean } = {},
): Promise<Pair> {
  const server = net.createServer(options);
  server.listen(0, '127.0.0.1');
  await event(server, 'listening');
  const client = net.connect({ port: portOf(server), host: '127.0.0.1', ...options });
  const [accepted] = (await Promise.all([
    event(server, 'connection'),
    event(client, 'connect'),
  ])) as [Socket, unknown];
  server.close();
  return { server, client, accepted };
}

export function textOf(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  return new Promise((resolve) =>
    socket.once('end', () => {
      resolve(text);
    }),
  );
}

/** The names of the events of a socket, in order, until it closes. */
export function history(socket: Socket): {
  readonly names: string[];
  readonly closed: Promise<string[]>;
} {
  const names: string[] = [];
  for (const name of ['end', 'finish', 'timeout']) socket.on(name, () => names.push(name));
  socket.on('error', (error) => names.push(`error ${String(codeOf(error))}`));
  const closed = new Promise<string[]>((resolve) => {
    socket.on('close', (hadError: boolean) => {
      names.push(`close ${hadError}`);
      resolve(names);
    });
  });
  return { names, closed };
}
