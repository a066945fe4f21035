// What `connect()` and `accept()` promise: the bytes of TCP, its half-close and its reset, on the ports that are named.
import type { ByteStream } from '../../mux/byte-stream.ts';
import {
  holds,
  MAIN,
  present,
  readBytes,
  same,
  sendText,
  textOfBytes,
  withLoaded,
  type ContractCase,
} from './harness.ts';

const ECHO = `import net from 'node:net';
export function f(port) {
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => { if (data.includes('reset')) socket.resetAndDestroy(); else socket.write(data); });
    socket.on('end', () => socket.end('fin'));
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, () => resolve(server.address().port));
  });
}`;

export const STREAM_CASES: readonly ContractCase[] = [
  {
    title: 'connect() reaches a server on the port it named, and bytes come back intact',
    run: (createSubject) =>
      withLoaded(createSubject, ECHO, async (subject) => {
        const [outcome] = await subject.call(MAIN, 'f', [[8082]]);
        same(
          outcome?.status === 'returned' ? outcome.value : outcome,
          { type: 'number', value: 8082 },
          'the port',
        );
        const stream = await subject.connect(8082);
        const sent = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251);
        const writer = stream.writable.getWriter();
        const written = writer.write(sent.slice());
        const received = await readBytes(stream, sent.length);
        await written;
        holds(
          received.every((byte, index) => byte === sent[index]) && received.length === sent.length,
          'the same bytes',
        );
      }),
  },
  {
    title: 'two connections to one server do not mix',
    run: (createSubject) =>
      withLoaded(createSubject, ECHO, async (subject) => {
        await subject.call(MAIN, 'f', [[8082]]);
        const [first, second] = [await subject.connect(8082), await subject.connect(8082)];
        await sendText(first, 'un');
        await sendText(second, 'deux');
        same(textOfBytes(await readBytes(second, 4)), 'deux', 'the second');
        same(textOfBytes(await readBytes(first, 2)), 'un', 'the first');
      }),
  },
  {
    title: 'closing the writable is a half-close: the other side may still answer',
    run: (createSubject) =>
      withLoaded(createSubject, ECHO, async (subject) => {
        await subject.call(MAIN, 'f', [[8082]]);
        const stream = await subject.connect(8082);
        await sendText(stream, 'a');
        await stream.writable.close();
        same(textOfBytes(await readBytes(stream, 99)), 'afin', 'what came before the end');
      }),
  },
  {
    title: 'a reset by the student’s server is an error of the stream',
    run: (createSubject) =>
      withLoaded(createSubject, ECHO, async (subject) => {
        await subject.call(MAIN, 'f', [[8082]]);
        const stream = await subject.connect(8082);
        await sendText(stream, 'reset');
        const outcome = await readBytes(stream, 1).then(
          () => 'end',
          () => 'error',
        );
        same(outcome, 'error', 'what the reader saw');
      }),
  },
  {
    title: 'a port on which nobody listens refuses',
    run: (createSubject) =>
      withLoaded(createSubject, ECHO, async (subject) => {
        const outcome = await subject.connect(8082).then(
          async (stream: ByteStream) =>
            readBytes(stream, 1).then(
              () => 'opened',
              () => 'refused',
            ),
          () => 'refused',
        );
        same(outcome, 'refused', 'the connection');
      }),
  },
  {
    title: 'listen(0) gives a port that connect() reaches; a taken port is EADDRINUSE',
    run: (createSubject) =>
      withLoaded(createSubject, ECHO, async (subject) => {
        const outcomes = await subject.call(MAIN, 'f', [[0], [9001], [9001]]);
        const [free, , taken] = outcomes;
        const port =
          free?.status === 'returned' && free.value.type === 'number' ? free.value.value : null;
        const stream = await subject.connect(present(port, 'a port'));
        await sendText(stream, 'x');
        same(textOfBytes(await readBytes(stream, 1)), 'x', 'the echo');
        same(
          taken?.status === 'thrown' ? taken.thrown.code : taken,
          'EADDRINUSE',
          'the taken port',
        );
      }),
  },
  {
    title: 'accept() receives the connections of the student’s client',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `import net from 'node:net';
         export const f = (port) => new Promise((resolve, reject) => {
           const socket = net.connect(port, 'localhost', () => socket.write('bonjour'));
           socket.on('data', (data) => { socket.end(); resolve(String(data)); });
           socket.on('error', (error) => resolve(error.code));
         });`,
        async (subject) => {
          const connections = subject.accept(7000)[Symbol.asyncIterator]();
          const call = subject.call(MAIN, 'f', [[7000], [7001]]);
          const stream = present(
            (await connections.next()).value as ByteStream | undefined,
            'a connection',
          );
          same(textOfBytes(await readBytes(stream, 7)), 'bonjour', 'what the client sent');
          await sendText(stream, 'salut');
          const outcomes = await call;
          same(
            outcomes.map((outcome) =>
              outcome.status === 'returned' && outcome.value.type === 'string'
                ? outcome.value.value
                : outcome,
            ),
            ['salut', 'ECONNREFUSED'],
            'what the client saw',
          );
        },
      ),
  },
  {
    title: 'a student’s client reaches the student’s own server',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `import http from 'node:http';
         export const f = () => new Promise((resolve, reject) => {
           const server = http.createServer((request, response) => response.end('vu ' + request.url));
           server.listen(8080, () => http.get('http://localhost:8080/x', (response) => {
             let text = ''; response.on('data', (d) => (text += d)); response.on('end', () => resolve(text));
           }).on('error', reject));
         });`,
        async (subject) => {
          const [outcome] = await subject.call(MAIN, 'f', [[]]);
          same(
            outcome?.status === 'returned' ? outcome.value : outcome,
            { type: 'string', value: 'vu /x', length: 5 },
            'the answer',
          );
        },
      ),
  },
  {
    title: 'ws serves a handshake and a message over connect()',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `import { WebSocketServer } from 'ws';
         export const f = () => new Promise((resolve) => {
           const wss = new WebSocketServer({ port: 8082 }, () => resolve());
           wss.on('connection', (ws) => ws.on('message', (m) => ws.send('re:' + m)));
         });`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]);
          const stream = await subject.connect(8082);
          await sendText(
            stream,
            'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
          );
          const head = textOfBytes(await readUntil(stream, '\r\n\r\n'));
          holds(head.includes('s3pPLMBiTxaQ9kYGzzhZRbK+xOo='), 'the accept key of RFC 6455 §1.3');
          const writer = stream.writable.getWriter();
          // A masked text frame « a », RFC 6455 §5.2.
          await writer.write(Uint8Array.of(0x81, 0x81, 1, 2, 3, 4, 0x61 ^ 1));
          same(
            await readBytes(stream, 6),
            Uint8Array.of(0x81, 4, 0x72, 0x65, 0x3a, 0x61),
            'the answer',
          );
        },
        { packages: ['ws'] },
      ),
  },
];

/** Reads up to and including `end`; what follows in the same chunk must not exist. */
async function readUntil(stream: ByteStream, end: string): Promise<Uint8Array> {
  let bytes = new Uint8Array(0);
  while (!textOfBytes(bytes).endsWith(end)) {
    const more = await readBytes(stream, 1);
    if (more.length === 0) break;
    const joined = new Uint8Array(bytes.length + more.length);
    joined.set(bytes);
    joined.set(more, bytes.length);
    bytes = joined;
  }
  return bytes;
}
