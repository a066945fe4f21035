// How long bytes take through a chain that sends them back: one small message at a time, then as many as it takes.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection through a chain, past its handshake if it has one. */
export async function openChain(port: number, path: string | null): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  if (path === null) return socket;
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
  );
  let head = '';
  while (!head.endsWith('\r\n\r\n')) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    head += chunk.toString('latin1');
  }
  if (!head.startsWith('HTTP/1.1 101 ')) throw new Error(head);
  return socket;
}

/** Milliseconds of `count` round trips of `size` bytes, one after the other. */
export function roundTrips(socket: Socket, size: number, count: number): Promise<number[]> {
  const message = Buffer.alloc(size, 0x82);
  const times: number[] = [];
  return new Promise((resolve) => {
    let started = 0;
    let received = 0;
    const send = () => {
      started = performance.now();
      received = 0;
      socket.write(message);
    };
    const listener = (chunk: Buffer) => {
      received += chunk.length;
      if (received < size) return;
      times.push(performance.now() - started);
      if (times.length < count) send();
      else {
        socket.off('data', listener);
        resolve(times);
      }
    };
    socket.on('data', listener);
    send();
  });
}

/** Megabytes a second, sent and sent back, over `total` bytes in pieces of 64 KiB. */
export function throughput(socket: Socket, total: number): Promise<number> {
  const piece = Buffer.alloc(64 * 1024, 0x82);
  const started = performance.now();
  return new Promise((resolve) => {
    let sent = 0;
    let received = 0;
    const send = () => {
      let hasRoom = true;
      while (hasRoom && sent < total) {
        sent += piece.length;
        hasRoom = socket.write(piece);
      }
    };
    const listener = (chunk: Buffer) => {
      received += chunk.length;
      if (received < total) return;
      socket.off('data', listener);
      socket.off('drain', send);
      resolve(total / 1000 / (performance.now() - started));
    };
    socket.on('data', listener);
    socket.on('drain', send);
    send();
  });
}
