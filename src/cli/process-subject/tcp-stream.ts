// A TCP socket as a ByteStream: half-close, reset and backpressure kept, bytes copied out of Node's pools.
import type { Socket } from 'node:net';
import type { ByteStream } from '../../mux/byte-stream.ts';

/** The socket must have been made with `allowHalfOpen`. */
export function socketToByteStream(socket: Socket): ByteStream {
  socket.setNoDelay(true);
  socket.pause();
  return { readable: readableOf(socket), writable: writableOf(socket) };
}

function readableOf(socket: Socket): ReadableStream<Uint8Array> {
  let over = false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        socket.on('data', (chunk: Buffer) => {
          if (over) return;
          controller.enqueue(new Uint8Array(chunk));
          if ((controller.desiredSize ?? 0) <= 0) socket.pause();
        });
        socket.on('end', () => {
          if (!over) controller.close();
          over = true;
        });
        socket.on('error', (error) => {
          if (!over) controller.error(error);
          over = true;
        });
        socket.on('close', () => {
          if (!over) controller.error(new Error('The connection was closed'));
          over = true;
        });
      },
      pull() {
        socket.resume();
      },
      cancel() {
        over = true;
        socket.resetAndDestroy();
      },
    },
    { highWaterMark: 0 },
  );
}

function writableOf(socket: Socket): WritableStream<Uint8Array> {
  let ended = false;
  return new WritableStream<Uint8Array>({
    start(controller) {
      socket.on('error', (error) => {
        controller.error(error);
      });
      socket.on('close', () => {
        if (!ended) controller.error(new Error('The connection was closed'));
      });
    },
    write(chunk) {
      return new Promise((resolve, reject) => {
        socket.write(chunk, (error) => {
          if (error) reject(error);
          else resolve();
        });
      });
    },
    close() {
      ended = true;
      return new Promise((resolve) => {
        socket.end(resolve);
      });
    },
    abort() {
      socket.resetAndDestroy();
    },
  });
}
