// The chat's server as a process of its own, and clients of it: a page, and one that writes raw bytes.
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';

export type Program = AsyncDisposable & {
  readonly child: ChildProcess;
  /** What it wrote first: `À l’écoute : http://localhost:8082`. */
  readonly firstLine: string;
  readonly port: number;
  /** Everything on its error stream so far. */
  readonly errors: () => string;
};

/** A port that nobody has, below those that the system gives to clients: those are taken at any moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    // `once` rejects where `error` comes first: the port is taken.
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

const spawnListing = (path: string, port: number): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, [fileURLToPath(new URL(path, import.meta.url))], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs a listing that ends by itself. */
export async function runToEnd(
  path: string,
  port: number,
): Promise<{ code: number | null; errors: string }> {
  const child = spawnListing(path, port);
  const errors = text(child.stderr);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, errors: await errors };
}

/** Runs a listing as Node runs it, and waits for the line that says its port. */
export async function startProgram(path: string, port = 0): Promise<Program> {
  const child = spawnListing(path, port);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [firstLine] = await Promise.race([
    once(createInterface(child.stdout), 'line') as Promise<[string]>,
    once(child, 'exit').then(() => {
      throw new Error(`${path} ended before it said its port: ${errors}`);
    }),
  ]);
  return {
    child,
    firstLine,
    port: Number(/\d+$/.exec(firstLine)?.[0]),
    errors: () => errors,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

export const startChat = async (): Promise<Program> => startProgram('serveur.js', await freePort());

/** A client that says it comes from the chat's own page. */
export async function openChat(
  { port }: Pick<Program, 'port'>,
  options: { origin?: string; autoPong?: boolean } = {},
): Promise<WebSocket> {
  const client = new WebSocket(`ws://127.0.0.1:${port}/chat`, {
    origin: `http://localhost:${port}`,
    ...options,
  });
  await once(client, 'open');
  return client;
}

/** The next message, as text. */
export async function hear(client: WebSocket): Promise<string> {
  const [data] = (await once(client, 'message')) as [Buffer];
  return data.toString();
}

/** `81 02 6F 6B`, « ok » without the mask that a client owes. */
const UNMASKED = Buffer.from([0x81, 0x02, 0x6f, 0x6b]);

/** Shakes hands by hand, then sends an unmasked frame; resolves when the server has closed. */
export async function sendUnmasked(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    [
      'GET /chat HTTP/1.1',
      `Host: localhost:${port}`,
      `Origin: http://localhost:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      '\r\n',
    ].join('\r\n'),
  );
  await once(socket, 'data');
  socket.write(UNMASKED);
  socket.resume();
  await once(socket, 'close');
}
