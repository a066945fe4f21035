// One connection of a window to the student's server: what passes is copied for the inspector, and it can be cut.
import type { ByteStream } from '../../mux/index.ts';
import type { ConnectionTap } from '../live/wire-tap.ts';

export type ConnectionWatch = {
  readonly tap: ConnectionTap;
  /** Told of each piece that the server sends. */
  readonly heard: (bytes: Uint8Array) => void;
  /** Told once, when nothing can pass any more in either direction. */
  readonly over: () => void;
};

export type WatchedConnection = {
  /** What the page is given in place of the server's own stream. */
  readonly stream: ByteStream;
  /** As a cable that is pulled out: both ends see a reset, neither a Close. */
  readonly cut: () => void;
};

export function watchConnection(server: ByteStream, watch: ConnectionWatch): WatchedConnection {
  const { tap, heard, over } = watch;
  const cutting = new AbortController();
  const { signal } = cutting;
  const cut = (): void => {
    cutting.abort();
  };
  const fromPage = copying((bytes) => {
    tap.bytes('received', bytes);
  });
  const fromServer = copying((bytes) => {
    tap.bytes('sent', bytes);
    heard(bytes);
  });
  const ways = [
    fromPage.readable.pipeTo(server.writable, { signal }).then(() => {
      tap.ended('received', 'fin');
    }),
    server.readable.pipeTo(fromServer.writable, { signal }).then(() => {
      tap.ended('sent', 'fin');
    }),
  ];
  // A direction that breaks takes the other one with it, as TCP's reset does.
  for (const way of ways) way.catch(cut);
  void Promise.allSettled(ways).then((ends) => {
    if (ends.some(({ status }) => status === 'rejected')) tap.ended('both', 'reset');
    over();
  });
  return { stream: { readable: fromServer.readable, writable: fromPage.writable }, cut };
}

function copying(copy: (bytes: Uint8Array) => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform: (bytes, controller) => {
      copy(bytes);
      controller.enqueue(bytes);
    },
  });
}
