// A server on a small site of its own, and clients that write raw bytes to it.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTrameServer, type TrameServer, type TrameServerOptions } from './trame-server.ts';

export type Site = AsyncDisposable & {
  readonly server: TrameServer;
  readonly dist: string;
  readonly port: number;
  readonly url: string;
};

const HOME = '<!doctype html><title>Accueil</title>';

/** Serves `files` (path → content), and an `index.html`, from a folder whose name has a space and an accent. */
export async function serveSite(
  options: Partial<TrameServerOptions> = {},
  files: Readonly<Record<string, string | Buffer>> = {},
): Promise<Site> {
  const root = await mkdtemp(path.join(tmpdir(), 'trame servi '));
  const dist = path.join(root, 'dist');
  const all = { 'index.html': HOME, '../secret.txt': 'secret', '.built': '', ...files };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, name), content);
  }
  const server = createTrameServer({ dist, closeGrace: 100, ...options });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    server,
    dist,
    port,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await rm(root, { recursive: true });
    },
  };
}

/** The process lives and the site answers. */
export async function isAlive(site: Site): Promise<boolean> {
  const response = await fetch(site.url, { headers: { connection: 'close' } });
  return response.status === 200 && (await response.text()) === HOME;
}

export async function connectTo(site: Site): Promise<Socket> {
  const socket = connect(site.port, '127.0.0.1');
  // A reset is an expected end here; `close` follows.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Writes `request`, then reads to the end of the connection, which the server has to bring about. */
export async function exchange(site: Site, request: string | Buffer): Promise<string> {
  const socket = await connectTo(site);
  socket.write(request);
  return (await readToEnd(socket)).toString('latin1');
}

export async function readToEnd(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await closed(socket);
  return Buffer.concat(chunks);
}

/** Unlike `once`, does not mind a reset on the way. */
export function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else
      socket.once('close', () => {
        resolve();
      });
  });
}

/** The status of an answer, as text: `404`. */
export function statusOf(answer: string): string {
  return /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? `none: ${answer.slice(0, 80)}`;
}

/** An opening handshake, as bytes; fields given as `null` are left out, others replace ours. */
export function handshake(
  site: Site,
  fields: Readonly<Record<string, string | null>> = {},
  target = '/ws/echo',
): string {
  const all: Record<string, string | null> = {
    Host: `127.0.0.1:${site.port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}\r\n`],
  );
  return `GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A socket past its opening handshake; what follows the 101 is still unread. */
export async function openEcho(site: Site): Promise<Socket> {
  const socket = await connectTo(site);
  socket.write(handshake(site));
  let head = '';
  while (!head.includes('\r\n\r\n')) {
    await once(socket, 'readable');
    head += ((socket.read() as Buffer | null) ?? '').toString('latin1');
  }
  if (!head.startsWith('HTTP/1.1 101 ')) throw new Error(head);
  return socket;
}

/** A client's frame (RFC 6455 §5.2), masked with a key of zeros unless `unmasked`. `first` is FIN, RSV and opcode. */
export function clientFrame(first: number, payload: string | Buffer, unmasked = false): Buffer {
  const body = Buffer.from(payload);
  const mask = unmasked ? 0 : 0x80;
  const length =
    body.length < 126
      ? Buffer.from([mask | body.length])
      : Buffer.from([mask | 126, body.length >> 8, body.length & 0xff]);
  const key = Buffer.alloc(unmasked ? 0 : 4);
  return Buffer.concat([Buffer.from([first]), length, key, body]);
}
