import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import * as ws from 'ws';
import {
  acceptUpgrade,
  checkUpgradeResponse,
  createUpgradeRequest,
  encodeFrame,
  encodeHandshakeKey,
  encodeLatin1,
  examineUpgradeRequest,
  HeadReader,
  parseRequestHead,
  parseResponseHead,
  Receiver,
  Sender,
  serialiseRequestHead,
  serialiseResponseHead,
  type ReceiverEvent,
} from './index.ts';

/** Exported by ws, and left out of its types. */
const { Receiver: WsReceiver } = ws as unknown as {
  Receiver: new (options: { isServer: boolean; maxPayload: number }) => Writable;
};

/** What ws makes of some bytes: its events, in order, and `failure` when it refuses them. */
async function receiveWithWs(bytes: Uint8Array, limit: number): Promise<string[]> {
  const receiver = new WsReceiver({ isServer: true, maxPayload: limit });
  const events: string[] = [];
  receiver.on('message', (data: Buffer, isBinary: boolean) => {
    events.push(`message ${isBinary ? 'binary' : 'text'} ${data.toString('hex')}`);
  });
  receiver.on('ping', (data: Buffer) => events.push(`ping ${data.toString('hex')}`));
  receiver.on('pong', (data: Buffer) => events.push(`pong ${data.toString('hex')}`));
  receiver.on('conclude', (code: number, reason: Buffer) => {
    events.push(`close ${code} ${reason.toString('hex')}`);
  });
  receiver.on('error', () => undefined);
  const { promise, resolve } = Promise.withResolvers<Error | null | undefined>();
  receiver.write(Buffer.from(bytes), resolve);
  const error = await promise;
  return error ? [...events, 'failure'] : events;
}

function hexOf(data: string | Uint8Array): string {
  return Buffer.from(data).toString('hex');
}

function describeEvent(event: ReceiverEvent): string[] {
  switch (event.type) {
    case 'frame':
      return [];
    case 'message':
      return [`message ${event.kind} ${hexOf(event.data)}`];
    case 'ping':
    case 'pong':
      return [`${event.type} ${hexOf(event.payload)}`];
    case 'close':
      return [`close ${event.code} ${hexOf(event.reason)}`];
    case 'failure':
      return [`failure ${event.error.code}`];
  }
}

function receiveWithOurs(bytes: Uint8Array, limit: number): string[] {
  const receiver = new Receiver({
    role: 'server',
    maxFramePayload: limit,
    maxMessagePayload: limit,
  });
  return receiver.push(bytes).flatMap(describeEvent);
}

const anyFrame = fc
  .record({
    opcode: fc.constantFrom(0, 0, 0, 1, 1, 2, 8, 9, 10, 3, 11),
    payload: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom('a', 'é', '€', '😀', '\ufeff').map((text) => Buffer.from(text)),
      fc.constantFrom(1000, 1005, 1015, 2999, 3000).map((n) => Buffer.of(n >> 8, n & 0xff)),
    ),
    fin: fc.boolean(),
    maskingKey: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  })
  .map((fields) => encodeFrame(fields));

/** Bytes of a client that often obeys: frames one after the other, with one bit turned in every second stream. */
const anyStream = fc
  .tuple(fc.array(anyFrame, { maxLength: 6 }), fc.boolean(), fc.nat(), fc.nat(7))
  .map(([frames, spoil, at, bit]) => {
    const stream = Buffer.concat(frames);
    if (spoil && stream.length > 0)
      stream.writeUInt8(stream.readUInt8(at % stream.length) ^ (1 << bit), at % stream.length);
    return stream;
  });

test('ws makes the same of any stream, but for bad text, which it reads to the end before it fails', async () => {
  await fc.assert(
    fc.asyncProperty(anyStream, async (stream) => {
      const theirs = await receiveWithWs(stream, 12);
      const ours = receiveWithOurs(stream, 12);
      const [failure] = ours.filter((event) => event.startsWith('failure'));
      const delivered = ours.filter((event) => event !== failure);

      if (failure === undefined) expect(theirs).toEqual(delivered);
      else if (failure !== 'failure invalid-utf8')
        expect(theirs).toEqual([...delivered, 'failure']);
      else expect(theirs.slice(0, delivered.length)).toEqual(delivered);
    }),
    { numRuns: 1000 },
  );
});

/** The least that an endpoint needs around the wire: a socket, an answer to pings, an answer to Close. */
function join(
  socket: Socket,
  receiver: Receiver,
  sender: Sender,
  first: Uint8Array,
): ReceiverEvent[] {
  const received: ReceiverEvent[] = [];
  const take = (chunk: Uint8Array): void => {
    for (const event of receiver.push(chunk)) {
      received.push(event);
      if (event.type === 'ping') socket.write(sender.pong(event.payload));
      if (event.type === 'close') socket.end(sender.close(event.code));
    }
  };
  take(first);
  socket.on('data', take);
  return received;
}

async function readHead(socket: Socket): Promise<{ text: string; rest: Uint8Array }> {
  const reader = new HeadReader();
  for (;;) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    const head = reader.push(chunk);
    if (head !== null) return head;
  }
}

test('a server made of these parts talks with a client of ws', async () => {
  const received = Promise.withResolvers<ReceiverEvent[]>();
  const serve = async (socket: Socket): Promise<void> => {
    const head = await readHead(socket);
    const verdict = examineUpgradeRequest(parseRequestHead(head.text));
    if (!verdict.valid) throw new Error(verdict.refusal.rule);
    const response = acceptUpgrade({ key: verdict.request.key, subprotocol: 'chat' });
    socket.write(encodeLatin1(serialiseResponseHead(response)));
    const sender = new Sender({ role: 'server' });
    const events = join(socket, new Receiver({ role: 'server' }), sender, head.rest);
    socket.write(sender.text('Bonjour é€😀'));
    socket.once('close', () => {
      received.resolve(events);
    });
  };
  const server = createServer((socket) => void serve(socket).catch(received.reject));
  server.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');

  const { port } = server.address() as AddressInfo;
  const client = new ws.WebSocket(`ws://127.0.0.1:${port}/`, ['chat', 'superchat']);
  const [text] = (await once(client, 'message')) as [Buffer];
  expect(client.protocol).toBe('chat');
  expect(text.toString()).toBe('Bonjour é€😀');

  client.ping('*');
  await once(client, 'pong');
  client.send(Buffer.alloc(70_000, 7));
  client.close(4001, 'fini');
  const [code] = (await once(client, 'close')) as [number];
  expect(code).toBe(4001);
  expect((await received.promise).filter(({ type }) => type !== 'frame')).toEqual([
    { type: 'ping', payload: Uint8Array.of(0x2a) },
    { type: 'message', kind: 'binary', data: new Uint8Array(70_000).fill(7) },
    { type: 'close', code: 4001, reason: 'fini' },
  ]);
});

test('a client made of these parts talks with a server of ws', async () => {
  const server = new ws.WebSocketServer({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => {
    server.close();
  });
  server.on('connection', (peer) => {
    peer.ping('*');
    peer.on('message', (data, binary) => {
      peer.send(data, { binary });
      peer.close(1000, 'assez');
    });
  });
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');

  const key = encodeHandshakeKey(randomBytes(16));
  const request = createUpgradeRequest({ host: 'localhost', target: '/', key });
  socket.write(encodeLatin1(serialiseRequestHead(request)));
  const head = await readHead(socket);
  checkUpgradeResponse(parseResponseHead(head.text), { key });

  const sender = new Sender({ role: 'client', nextMaskingKey: () => randomBytes(4) });
  const received = join(socket, new Receiver({ role: 'client' }), sender, head.rest);
  socket.write(sender.beginMessage('text', Uint8Array.of(0xc3)));
  socket.write(sender.endMessage(Uint8Array.of(0xa9)));
  await once(socket, 'close');
  expect(received.filter(({ type }) => type !== 'frame')).toEqual([
    { type: 'ping', payload: Uint8Array.of(0x2a) },
    { type: 'message', kind: 'text', data: 'é' },
    { type: 'close', code: 1000, reason: 'assez' },
  ]);
});
