// Our end of the loopback: which free port stands for which of the student's, and who waits for the student's client.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { ByteStream } from '../../mux/byte-stream.ts';
import { socketToByteStream } from './tcp-stream.ts';

export class StudentPorts {
  /** Ports on which the student's code listens, by the number it asked for. */
  readonly #listening = new Map<number, number>();
  readonly #servers = new Set<Server>();
  readonly #sockets = new Set<Socket>();
  readonly #queues = new Set<StreamQueue>();

  listening(port: number, actual: number): void {
    this.#listening.set(port, actual);
  }

  closed(port: number): void {
    this.#listening.delete(port);
  }

  /** Rejects with `code` `ECONNREFUSED` when the student's code does not listen there: nothing else is ever reached. */
  connect(port: number): Promise<ByteStream> {
    const actual = this.#listening.get(port);
    if (actual === undefined) {
      const error = new Error(`connect ECONNREFUSED 127.0.0.1:${port}`);
      return Promise.reject(Object.assign(error, { code: 'ECONNREFUSED' }));
    }
    return new Promise((resolve, reject) => {
      const socket = connect({ port: actual, host: '127.0.0.1', allowHalfOpen: true });
      this.#hold(socket);
      socket.once('error', reject);
      socket.once('connect', () => {
        const stream = socketToByteStream(socket);
        socket.off('error', reject);
        resolve(stream);
      });
    });
  }

  /** Listens for the student's client; `opened` is called with the free port that stands for the one it will name. */
  accept(opened: (actual: number) => void): AsyncIterable<ByteStream> {
    const queue = new StreamQueue();
    this.#queues.add(queue);
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      this.#hold(socket);
      queue.push(socketToByteStream(socket));
    });
    this.#servers.add(server);
    server.listen(0, '127.0.0.1', () => {
      opened((server.address() as AddressInfo).port);
    });
    return queue;
  }

  /** Ends every iteration and every connection. */
  close(): void {
    for (const queue of this.#queues) queue.end();
    for (const server of this.#servers) server.close();
    for (const socket of this.#sockets) socket.destroy();
    this.#listening.clear();
  }

  #hold(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

/** Streams in the order of their arrival, for one reader. */
class StreamQueue implements AsyncIterableIterator<ByteStream, undefined> {
  readonly #arrived: ByteStream[] = [];
  readonly #waiting: ((result: IteratorResult<ByteStream, undefined>) => void)[] = [];
  #ended = false;

  [Symbol.asyncIterator](): this {
    return this;
  }

  push(stream: ByteStream): void {
    const resolve = this.#waiting.shift();
    if (resolve === undefined) this.#arrived.push(stream);
    else resolve({ done: false, value: stream });
  }

  end(): void {
    this.#ended = true;
    for (const resolve of this.#waiting.splice(0)) resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<ByteStream, undefined>> {
    const value = this.#arrived.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
