// A tab, its student's server and its visitors, all played by hand against the real server on loopback.
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import {
  type ClaimedMessage,
  type LiveHolding,
  parseServerMessage,
  type WarningMessage,
} from '../../live/index.ts';
import { createMux, type Mux, type MuxStream, webSocketCarrier } from '../../mux/index.ts';
import { connectTo, handshake, type Site } from '../server.fixture.ts';

/** What arrives by itself, and is asked for one at a time. */
export class Inbox<Item> {
  readonly #items: Item[] = [];
  readonly #waiting: ((item: Item) => void)[] = [];
  get length(): number {
    return this.#items.length;
  }
  put(item: Item): void {
    const next = this.#waiting.shift();
    if (next) next(item);
    else this.#items.push(item);
  }
  take(): Promise<Item> {
    const item = this.#items.shift();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** A student's server: called for each connection, once its request head is whole. */
export type Student = (connection: StudentConnection) => void;

export type StudentConnection = {
  readonly stream: MuxStream;
  /** The request, empty line included, in latin1. */
  readonly head: string;
  /** Sends text in latin1. */
  readonly say: (text: string) => void;
  /** What comes after the head; until it is set, nothing is consumed. */
  readonly onBytes: (listener: (bytes: Buffer, consumed: () => void) => void) => void;
  readonly ended: Promise<undefined>;
  readonly reset: Promise<string>;
};

export type FakeTab = AsyncDisposable & {
  readonly client: WebSocket;
  readonly claimed: ClaimedMessage;
  readonly code: string;
  readonly mux: Mux;
  readonly warnings: Inbox<WarningMessage>;
  readonly connections: Inbox<StudentConnection>;
};

export const ACCEPTED =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n';

/** Accepts, then sends back every byte once it has room for it. */
export const echoing: Student = (connection) => {
  connection.say(ACCEPTED);
  connection.onBytes((bytes, consumed) => {
    connection.stream.write(bytes, consumed);
  });
  void connection.ended.then(() => {
    connection.stream.end();
  });
};

/** Leads to a real server on this machine. */
export function bridgeTo(port: number): Student {
  return ({ head, stream, onBytes, ended }) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(head, 'latin1');
    socket.on('data', (chunk: Buffer) => {
      stream.write(Uint8Array.from(chunk));
    });
    socket.on('end', () => {
      stream.end();
    });
    onBytes((bytes, consumed) => {
      socket.write(bytes, () => {
        consumed();
      });
    });
    void ended.then(() => socket.end());
  };
}

/** A WebSocket to `/ws/live` that has not claimed yet. */
export async function openTabSocket(site: Site): Promise<WebSocket> {
  const client = new WebSocket(`ws://127.0.0.1:${site.port}/ws/live`, { origin: site.url });
  client.on('error', () => undefined);
  await once(client, 'open');
  return client;
}

/** Resolves with the close code. */
export async function closeCodeOf(client: WebSocket): Promise<number> {
  const [code] = (await once(client, 'close')) as [number];
  return code;
}

/** Goes online. `student` is answered to each visitor; without one, connections wait in `connections`. */
export async function goOnline(
  site: Site,
  student?: Student,
  resume?: LiveHolding,
  offers: 'accept' | 'refuse' = 'accept',
): Promise<FakeTab> {
  const client = await openTabSocket(site);
  const warnings = new Inbox<WarningMessage>();
  const connections = new Inbox<StudentConnection>();
  client.send(JSON.stringify({ type: 'claim', ...(resume && { resume }) }));
  const [first] = (await once(client, 'message')) as [Buffer];
  const claimed = parseServerMessage(first.toString());
  if (claimed?.type !== 'claimed') throw new Error(first.toString());
  client.on('message', (data, isBinary) => {
    if (isBinary) return;
    const message = parseServerMessage((data as Buffer).toString());
    if (message?.type === 'warning') warnings.put(message);
  });
  const mux = createMux(webSocketCarrier(binaryOnly(client)), {
    side: 'accepter',
    maxStreams: 1000,
    // As generous as a tab can be: what holds then is the server's own doing.
    window: 4 * 1024 * 1024,
    onStream: (incoming) => {
      if (offers === 'refuse') {
        incoming.refuse();
        return;
      }
      serve(incoming.accept(), (connection) => {
        connections.put(connection);
        student?.(connection);
      });
    },
  });
  return {
    client,
    claimed,
    code: claimed.code,
    mux,
    warnings,
    connections,
    [Symbol.asyncDispose]: async () => {
      if (client.readyState === client.CLOSED) return;
      client.terminate();
      await once(client, 'close');
    },
  };
}

/** The carrier owns the binary messages of a tab's WebSocket, and must not see its text. */
function binaryOnly(client: WebSocket): Parameters<typeof webSocketCarrier>[0] {
  return {
    binaryType: 'arraybuffer',
    get readyState() {
      return client.readyState;
    },
    get bufferedAmount() {
      return client.bufferedAmount;
    },
    send: (data) => {
      client.send(data);
    },
    close: () => {
      client.close();
    },
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
      if (type !== 'message') client.on(type, listener);
      else {
        client.on('message', (data: Buffer, isBinary) => {
          if (isBinary) listener({ data: Uint8Array.from(data).buffer });
        });
      }
    },
  };
}

function serve(stream: MuxStream, asked: (connection: StudentConnection) => void): void {
  const ended = Promise.withResolvers<undefined>();
  const reset = Promise.withResolvers<string>();
  let head = '';
  let early: [Buffer, () => void][] = [];
  let listener: ((bytes: Buffer, consumed: () => void) => void) | null = null;
  const deliver = (bytes: Buffer, consumed: () => void) => {
    if (listener) listener(bytes, consumed);
    else early.push([bytes, consumed]);
  };
  const readHead = (bytes: Buffer, consumed: () => void) => {
    head += bytes.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    consumed();
    if (end === -1) return;
    const rest = Buffer.from(head.slice(end + 4), 'latin1');
    head = head.slice(0, end + 4);
    if (rest.length > 0) deliver(rest, () => undefined);
    asked({
      stream,
      head,
      say: (text) => {
        stream.write(Buffer.from(text, 'latin1'));
      },
      onBytes: (given) => {
        listener = given;
        for (const [each, eachConsumed] of early) given(each, eachConsumed);
        early = [];
      },
      ended: ended.promise,
      reset: reset.promise,
    });
  };
  stream.handle({
    data: (bytes, consumed) => {
      const chunk = Buffer.from(bytes);
      if (head.endsWith('\r\n\r\n')) deliver(chunk, consumed);
      else readHead(chunk, consumed);
    },
    end: () => {
      ended.resolve(undefined);
    },
    reset: (reason) => {
      reset.resolve(reason);
    },
  });
}

/** A visitor's raw connection that has sent its request. */
export async function visit(site: Site, code: string, path = '/chat'): Promise<Socket> {
  const socket = await connectTo(site);
  socket.write(handshake(site, {}, `/live/${code}${path}`));
  return socket;
}

/** Reads `length` bytes, and puts back what came after them. */
export async function read(socket: Socket, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let left = length;
  while (left > 0) {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) {
      if (socket.readableEnded || socket.destroyed) throw new Error(`ended ${left} bytes early`);
      await readableOrClosed(socket);
      continue;
    }
    if (chunk.length > left) socket.unshift(chunk.subarray(left));
    chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
  }
  return Buffer.concat(chunks);
}

function readableOrClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('readable', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('readable', done);
    socket.on('close', done);
  });
}

/** A visitor that has got its 101. */
export async function openVisit(site: Site, code: string): Promise<Socket> {
  const socket = await visit(site, code);
  const head = (await read(socket, ACCEPTED.length)).toString('latin1');
  if (head !== ACCEPTED) throw new Error(head);
  return socket;
}

/** Sends and awaits the same bytes back: both directions work, and all that was sent before has arrived. */
export async function echoes(socket: Socket, text: string): Promise<boolean> {
  socket.write(text);
  return (await read(socket, Buffer.byteLength(text))).toString() === text;
}

/** The server's own ends of all connections made from now on, to see what they hold. */
export function watchServerSockets(): Disposable & { heldBytes(): number } {
  const sockets = new Set<Socket>();
  const created = channel('net.server.socket');
  const add = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  created.subscribe(add);
  return {
    heldBytes: () =>
      [...sockets].reduce((sum, socket) => sum + socket.writableLength + socket.readableLength, 0),
    [Symbol.dispose]: () => {
      created.unsubscribe(add);
    },
  };
}
