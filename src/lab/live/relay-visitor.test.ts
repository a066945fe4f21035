import { afterEach, expect, test } from 'vitest';
import {
  createMux,
  messagePortCarrier,
  toByteStream,
  type ByteStream,
  type IncomingStream,
  type Mux,
} from '../../mux/index.ts';
import { relayVisitor } from './relay-visitor.ts';
import type { ConnectionTap } from './wire-tap.ts';

const PORT = 49_152;
const opened: Mux[] = [];

afterEach(() => {
  for (const mux of opened.splice(0)) mux.close();
});

/** Two muxes over a channel: the one that opens streams, and the one that is offered them. */
function connect(onStream: (stream: IncomingStream) => void, maxStreams = 16): Mux {
  const { port1, port2 } = new MessageChannel();
  const opener = createMux(messagePortCarrier(port1), { side: 'opener', window: 1_024 });
  const options = { side: 'accepter', window: 1_024, maxStreams, onStream } as const;
  opened.push(opener, createMux(messagePortCarrier(port2), options));
  return opener;
}

/** relay ──► relayVisitor ──► the student's network, which takes streams to `PORT` only. */
function createPath(server: (stream: ByteStream) => void) {
  const seen: string[] = [];
  const tap: ConnectionTap = {
    bytes: (direction, bytes) => seen.push(`${direction} ${bytes.length}`),
    ended: (direction, how) => seen.push(`${direction} ${how}`),
  };
  const metadata: unknown[] = [];
  const student = connect((stream) => {
    metadata.push(stream.metadata);
    if (stream.metadata.port === PORT) server(toByteStream(stream.accept()));
    else stream.refuse();
  });
  const relayTo = (port: number): Mux =>
    connect((incoming) => {
      relayVisitor(incoming, { student, port, tap });
    });
  return { relayTo, seen, metadata };
}

async function readAll({ readable }: ByteStream): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readable) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function say({ writable }: ByteStream, text: string): Promise<void> {
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode(text));
  await writer.close();
}

test('bytes and half-closes go through both ways, and the student’s server is told who comes', async () => {
  const { relayTo, seen, metadata } = createPath((stream) => {
    void readAll(stream).then((heard) => say(stream, heard.toUpperCase()));
  });
  const visitor = await relayTo(PORT).connect({
    port: 0,
    remoteAddress: '192.168.1.12',
    remotePort: 4_000,
  });
  await say(visitor, 'bonjour');
  expect(await readAll(visitor)).toBe('BONJOUR');
  expect(seen).toEqual(['received 7', 'received fin', 'sent 7', 'sent fin']);
  expect(metadata).toEqual([{ port: PORT, remoteAddress: '192.168.1.12', remotePort: 4_000 }]);
});

test('a visitor is refused when the student’s server does not listen', async () => {
  const { relayTo, seen } = createPath(() => undefined);
  await expect(relayTo(1).connect({ port: 0 })).rejects.toMatchObject({ reason: 'refused' });
  expect(seen).toEqual(['both reset']);
});

test('a reset of either side resets the other', async () => {
  const aborted: ByteStream[] = [];
  const { relayTo } = createPath((stream) => aborted.push(stream));
  const relay = relayTo(PORT);
  const first = await relay.connect({ port: 0 });
  await aborted[0]?.writable.abort();
  await expect(readAll(first)).rejects.toMatchObject({ name: 'StreamReset' });
  const second = await relay.connect({ port: 0 });
  await second.writable.abort();
  await expect(readAll(aborted[1]!)).rejects.toMatchObject({ name: 'StreamReset' });
});

test('a server that does not read stops its visitor once the windows are full, and nobody else', async () => {
  const silent: ByteStream[] = [];
  const { relayTo, seen } = createPath((stream) => {
    if (silent.length === 0) silent.push(stream);
    else void readAll(stream).then((heard) => say(stream, heard));
  });
  const relay = relayTo(PORT);
  const flooding = await relay.connect({ port: 0 });
  const writer = flooding.writable.getWriter();
  let written = 0;
  const flood = (async () => {
    for (let chunk = 0; chunk < 100; chunk += 1) {
      await writer.write(new Uint8Array(512));
      written += 512;
    }
  })();
  flood.catch(() => undefined);
  const other = await relay.connect({ port: 0 });
  await say(other, 'je passe');
  expect(await readAll(other)).toBe('je passe');
  expect(written).toBeLessThanOrEqual(4 * 1_024);
  expect(seen.filter((event) => event === 'received 512').length).toBeLessThanOrEqual(8);
  void writer.abort().catch(() => undefined);
});
