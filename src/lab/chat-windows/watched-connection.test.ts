// A watched connection: every byte passes and is copied, each end is told, and a cut is a reset on both sides.
import { expect, test, vi } from 'vitest';
import type { ByteStream } from '../../mux/index.ts';
import { watchConnection } from './watched-connection.ts';

type Pair = { readonly server: ByteStream; readonly other: ByteStream };

/** `other` is the server's own end of `server`. */
function streamPair(): Pair {
  const there = new TransformStream<Uint8Array, Uint8Array>();
  const back = new TransformStream<Uint8Array, Uint8Array>();
  return {
    server: { readable: back.readable, writable: there.writable },
    other: { readable: there.readable, writable: back.writable },
  };
}

function watched() {
  const { server, other } = streamPair();
  const tap = { bytes: vi.fn(), ended: vi.fn() };
  const heard = vi.fn();
  const over = Promise.withResolvers<undefined>();
  const connection = watchConnection(server, {
    tap,
    heard,
    over: () => {
      over.resolve(undefined);
    },
  });
  return { ...connection, other, tap, heard, over: over.promise };
}

test('bytes pass both ways, and are copied with their direction', async () => {
  const { stream, other, tap, heard } = watched();
  void stream.writable.getWriter().write(Uint8Array.of(1, 2));
  expect(await other.readable.getReader().read()).toMatchObject({ value: Uint8Array.of(1, 2) });
  void other.writable.getWriter().write(Uint8Array.of(3));
  expect(await stream.readable.getReader().read()).toMatchObject({ value: Uint8Array.of(3) });
  expect(tap.bytes.mock.calls).toEqual([
    ['received', Uint8Array.of(1, 2)],
    ['sent', Uint8Array.of(3)],
  ]);
  expect(heard.mock.calls).toEqual([[Uint8Array.of(3)]]);
});

test('it is over when both have ended, each told as a FIN', async () => {
  const { stream, other, tap, over } = watched();
  void stream.writable.close();
  expect(await other.readable.getReader().read()).toMatchObject({ done: true });
  void other.writable.close();
  expect(await stream.readable.getReader().read()).toMatchObject({ done: true });
  await over;
  expect(tap.ended.mock.calls).toEqual([
    ['received', 'fin'],
    ['sent', 'fin'],
  ]);
});

test('a cut resets both ends, and is told once', async () => {
  const { stream, other, cut, tap, over } = watched();
  cut();
  await expect(stream.readable.getReader().read()).rejects.toThrow();
  await expect(other.readable.getReader().read()).rejects.toThrow();
  await over;
  expect(tap.ended.mock.calls).toEqual([['both', 'reset']]);
});

test('a server that resets takes the page’s end with it', async () => {
  const { stream, other, over } = watched();
  await other.writable.abort();
  await expect(stream.readable.getReader().read()).rejects.toBeUndefined();
  await expect(stream.writable.getWriter().write(Uint8Array.of(1))).rejects.toBeDefined();
  await over;
});
