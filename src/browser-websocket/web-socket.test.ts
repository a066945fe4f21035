// The contract of every `WebSocket` against ours, over streams in memory, and what only a virtual clock can show.
import { describe, expect, test } from 'vitest';
import type { ByteStream } from '../mux/byte-stream.ts';
import {
  acceptUpgrade,
  decodeFrame,
  decodeLatin1,
  encodeLatin1,
  examineUpgradeRequest,
  opcodeName,
  parseRequestHead,
  serialiseResponseHead,
} from '../wire/index.ts';
import { createWebSocketClass } from './index.ts';
import type { WebSocketHost } from './host.ts';
import { servePeer } from './contract/scripted-peer.ts';
import { WEB_SOCKET_CONTRACT } from './contract/index.ts';

/** Two ends of one connection. */
function streamPair(): [ByteStream, ByteStream] {
  const there = new TransformStream<Uint8Array, Uint8Array>();
  const back = new TransformStream<Uint8Array, Uint8Array>();
  return [
    { readable: back.readable, writable: there.writable },
    { readable: there.readable, writable: back.writable },
  ];
}

function createHost(serve: (stream: ByteStream) => unknown): WebSocketHost & {
  /** Calls what waits, as if its time had come. */
  expire(): void;
} {
  const waiting = new Set<() => void>();
  return {
    connect: () => {
      const [ours, theirs] = streamPair();
      void serve(theirs);
      return Promise.resolve(ours);
    },
    baseUrl: 'http://page.test/chat/',
    origin: 'http://page.test',
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
    queueTask: (task) => void setImmediate(task),
    after: (_milliseconds, callback) => {
      waiting.add(callback);
      return () => waiting.delete(callback);
    },
    expire: () => {
      for (const callback of waiting) callback();
    },
  };
}

describe('our WebSocket keeps the contract', () => {
  const WebSocket = createWebSocketClass(createHost(servePeer));
  test.each(WEB_SOCKET_CONTRACT.map((entry) => [entry.title, entry] as const))(
    '%s',
    async (_title, { run, expected }) => {
      expect(await run({ WebSocket, base: 'ws://peer.test' })).toEqual(expected);
    },
  );
});

/** The server's end of `stream`, once the request has been read and accepted. */
async function acceptHandshake({ readable, writable }: ByteStream): Promise<{
  readonly readable: ReadableStreamDefaultReader<Uint8Array>;
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
}> {
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const { value } = await reader.read();
  const verdict = examineUpgradeRequest(parseRequestHead(decodeLatin1(value ?? new Uint8Array())));
  if (!verdict.valid) throw new Error(verdict.refusal.rule);
  const head = serialiseResponseHead(acceptUpgrade({ key: verdict.request.key }));
  await writer.write(encodeLatin1(head));
  return { readable: reader, writer };
}

/** The events of a socket, each with its state and, for `close`, its code and whether it was clean. */
function logOf(socket: WebSocket): unknown[] {
  const log: unknown[] = [];
  socket.onopen = () => log.push('open');
  socket.onerror = () => log.push('error');
  socket.onclose = ({ code, wasClean }) => log.push(['close', code, wasClean]);
  return log;
}

const next = (socket: WebSocket, type: 'open' | 'close'): Promise<unknown> =>
  new Promise((resolve) => {
    socket.addEventListener(type, resolve, { once: true });
  });

/** Every task that waits has run. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });

describe('our WebSocket, where a browser would need real seconds', () => {
  test('a Close that is never answered gives 1006 once its time has passed, not before', async () => {
    const host = createHost(servePeer);
    const socket = new (createWebSocketClass(host))('ws://peer.test/raw');
    const log = logOf(socket);
    await next(socket, 'open');
    socket.close(1000);
    await settled();
    expect(log).toEqual(['open']);
    host.expire();
    await next(socket, 'close');
    expect(log).toEqual(['open', ['close', 1006, false]]);
  });

  test('a server that closes but does not end TCP is left once its time has passed: cleanly', async () => {
    const host = createHost(servePeer);
    // An empty Close, then nothing.
    const socket = new (createWebSocketClass(host))('ws://peer.test/raw?frame=8800');
    const log = logOf(socket);
    await next(socket, 'open');
    await settled();
    expect(socket.readyState).toBe(2);
    host.expire();
    await next(socket, 'close');
    expect(log).toEqual(['open', ['close', 1005, true]]);
  });

  test('a connection that is refused, or reset while it opens, is an error and 1006', async () => {
    const host = createHost(servePeer);
    const reset = createHost(({ writable }) => writable.abort());
    const refused = { ...host, connect: () => Promise.reject(new Error('refused')) };
    for (const world of [refused, reset]) {
      const socket = new (createWebSocketClass(world))('ws://peer.test/');
      const log = logOf(socket);
      await next(socket, 'close');
      expect(log).toEqual(['error', ['close', 1006, false]]);
    }
  });

  test('close() before the connection is there lets go of the connection that comes', async () => {
    const host = createHost(servePeer);
    const { promise, resolve } = Promise.withResolvers<ByteStream>();
    const socket = new (createWebSocketClass({ ...host, connect: () => promise }))(
      'ws://peer.test/',
    );
    const log = logOf(socket);
    socket.close();
    await next(socket, 'close');
    const [ours, theirs] = streamPair();
    resolve(ours);
    await expect(theirs.readable.getReader().read()).rejects.toBeUndefined();
    expect(log).toEqual(['error', ['close', 1006, false]]);
  });

  test('bufferedAmount still counts, after the end, what never left', async () => {
    const { promise: lost, resolve: lose } = Promise.withResolvers<undefined>();
    const host = createHost(async (stream) => {
      const { readable, writer } = await acceptHandshake(stream);
      await lost;
      await Promise.all([writer.abort(), readable.cancel()]);
    });
    const socket = new (createWebSocketClass(host))('ws://peer.test/');
    await next(socket, 'open');
    socket.send('trame');
    await settled();
    expect(socket.bufferedAmount).toBe(5);
    lose(undefined);
    await next(socket, 'close');
    await settled();
    expect(socket.bufferedAmount).toBe(5);
  });

  test('a connection that fails says its Close, then ends TCP; a reset comes only if the server does not end it', async () => {
    const heard: string[] = [];
    const { promise: cancelled, resolve } = Promise.withResolvers<string>();
    const host = createHost(async (stream) => {
      const { readable, writer } = await acceptHandshake(stream);
      writer.closed.catch(() => {
        resolve(`reset, after ${heard.join(', ')}`);
      });
      await writer.write(Uint8Array.of(0x83, 0x00));
      for (;;) {
        const { done, value } = await readable.read();
        if (done) break;
        heard.push(opcodeName(decodeFrame(value)?.frame.opcode ?? 0) ?? '');
      }
      heard.push('FIN');
    });
    const socket = new (createWebSocketClass(host))('ws://peer.test/');
    await next(socket, 'close');
    await settled();
    expect(heard).toEqual(['close', 'FIN']);
    host.expire();
    expect(await cancelled).toBe('reset, after close, FIN');
  });

  test('URLs are read from the address of the page, and its origin is said', async () => {
    const WebSocket = createWebSocketClass(createHost(servePeer));
    const socket = new WebSocket('../request');
    expect(socket.url).toBe('ws://page.test/request');
    const message = await new Promise<MessageEvent<string>>((resolve) => {
      socket.onmessage = resolve;
    });
    expect(JSON.parse(message.data)).toEqual(['GET', '/request', 'http://page.test', null, '13']);
    expect(message.origin).toBe('ws://page.test');
  });

  test('each frame has a masking key of its own', async () => {
    const keys: string[] = [];
    const host = createHost(servePeer);
    const randomBytes = (size: number): Uint8Array => {
      const bytes = host.randomBytes(size);
      keys.push(bytes.join(' '));
      return bytes;
    };
    const socket = new (createWebSocketClass({ ...host, randomBytes }))('ws://peer.test/echo');
    await next(socket, 'open');
    socket.send('a');
    socket.send('a');
    await settled();
    // The handshake's nonce, then one for each frame.
    expect(new Set(keys).size).toBe(3);
    socket.close();
  });
});
