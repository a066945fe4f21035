// The seam of the virtual network: connections that come in and go out through the multiplexer.
import { MessageChannel } from 'node:worker_threads';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMux,
  messagePortCarrier,
  type IncomingStream,
  type Mux,
} from '../../../../mux/index.ts';
import { bootVirtualNode, event, type NodeModules } from '../guest.fixture.ts';
import type { VirtualNode } from '../index.ts';

let node: VirtualNode;
let modules: NodeModules;
/** The page's side of the channel. */
let page: Mux;
let guest: Mux;
let offered: ((stream: IncomingStream) => void) | undefined;

beforeEach(async () => {
  ({ node, modules } = await bootVirtualNode());
  const { port1, port2 } = new MessageChannel();
  page = createMux(messagePortCarrier(port1), {
    side: 'opener',
    onStream: (stream) => offered?.(stream),
  });
  guest = createMux(messagePortCarrier(port2), {
    side: 'accepter',
    onStream: (stream) => {
      node.network.connectFromOutside(stream);
    },
  });
});

afterEach(() => {
  page.close();
  guest.close();
});

test('a stream from the page becomes an accepted socket, and each half ends on its own', async () => {
  const server = modules.net.createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('end', () =>
      socket.end(`${text} de ${String(socket.remoteAddress)}:${String(socket.remotePort)}`),
    );
  });
  server.listen(8080);
  const { readable, writable } = await page.connect({
    port: 8080,
    remoteAddress: '10.0.0.7',
    remotePort: 1234,
  });
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode('bonjour'));
  await writer.close();
  const text = await new Response(readable as ReadableStream<Uint8Array<ArrayBuffer>>).text();
  expect(text).toBe('bonjour de 10.0.0.7:1234');
  server.close();
});

test('a port on which nobody listens refuses the stream', async () => {
  await expect(page.connect({ port: 9 })).rejects.toMatchObject({ reason: 'refused' });
});

test('a paused socket stops the page’s writer, at a bounded number of bytes', async () => {
  const accepted = new Promise<Socket>((resolve) => {
    const server = modules.net.createServer((socket) => {
      socket.pause();
      resolve(socket);
    });
    server.listen(8080);
  });
  const stream = page.open({ port: 8080 });
  stream.handle({
    data: (_bytes, consumed) => {
      consumed();
    },
    end: () => undefined,
    reset: () => undefined,
  });
  const size = 4 * 1024 * 1024;
  const written = new Promise<void>((resolve) => {
    stream.write(new Uint8Array(size), resolve);
  });
  const socket = await accepted;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(stream.pendingBytes).toBeGreaterThan(size - 1024 * 1024);
  expect(socket.readableLength).toBeLessThan(1024 * 1024);
  let received = 0;
  socket.on('data', (chunk: Buffer) => (received += chunk.length));
  socket.resume();
  await written;
  stream.end();
  await event(socket, 'end');
  expect(received).toBe(size);
});

test('a reset from the page is ECONNRESET, a reset from the student resets the stream', async () => {
  const errors: unknown[] = [];
  const server = modules.net.createServer((socket) => {
    socket.on('error', (error) => errors.push((error as NodeJS.ErrnoException).code));
    socket.on('close', () => server.emit('perdu'));
    socket.on('data', () => socket.resetAndDestroy());
  });
  server.listen(8080);
  const lost = event(server, 'perdu');
  const first = page.open({ port: 8080 });
  first.handle({
    opened: () => {
      first.reset();
    },
    data: () => undefined,
    end: () => undefined,
    reset: () => undefined,
  });
  await lost;
  expect(errors).toEqual(['ECONNRESET']);
  const second = page.open({ port: 8080 });
  const reason = await new Promise((resolve) => {
    second.handle({ data: () => undefined, end: () => undefined, reset: resolve });
    second.write(Uint8Array.of(1));
  });
  expect(reason).toBe('reset');
});

test('a client reaches a port that the page accepts, and is refused where it does not', async () => {
  offered = (stream) => {
    if (stream.metadata.port !== 4000) {
      stream.refuse();
      return;
    }
    const accepted = stream.accept();
    accepted.handle({
      data: (bytes, consumed) => {
        consumed();
        accepted.write(bytes);
      },
      end: () => {
        accepted.end();
      },
      reset: () => undefined,
    });
  };
  node.network.openOutside = (port) => guest.open({ port });
  const client = modules.net.connect(4000);
  client.end('vers le correcteur');
  let text = '';
  for await (const chunk of client) text += String(chunk);
  expect(text).toBe('vers le correcteur');
  const refused = modules.net.connect(4001);
  expect(await event(refused, 'error')).toMatchObject({ code: 'ECONNREFUSED', port: 4001 });
});

test('the realm is told of ports as they open and close', async () => {
  const seen: string[] = [];
  node.network.observe({
    listening: (port) => seen.push(`+${port}`),
    closed: (port) => seen.push(`-${port}`),
  });
  const server = modules.net.createServer().listen(8080);
  expect(node.network.ports).toEqual([8080]);
  await new Promise((resolve) => server.close(resolve));
  expect(seen).toEqual(['+8080', '-8080']);
});

test('whenIdle() waits for the network, and not for timers', async () => {
  const server = modules.net.createServer((socket) => socket.pipe(socket)).listen(8080);
  const client = modules.net.connect(8080);
  let text = '';
  client.on('data', (chunk: Buffer) => (text += chunk.toString()));
  client.setTimeout(60_000);
  client.write('aller et retour');
  await node.whenIdle();
  expect(text).toBe('aller et retour');
  client.destroy();
  server.close();
});

test('a host that is not this machine is not found, and the message says why', async () => {
  const client = modules.net.connect(80, 'exemple.fr');
  const error = (await event(client, 'error')) as NodeJS.ErrnoException;
  expect(error.code).toBe('ENOTFOUND');
  expect(error.message).toContain('ne sort pas de votre onglet');
});
