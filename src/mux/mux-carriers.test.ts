// What every carrier owes the multiplexer and the multiplexer its users, over a MessagePort and over a real WebSocket.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { messagePortCarrier } from './message-port-carrier.ts';
import {
  type CarrierPair,
  echo,
  makeFixture,
  randomBytes,
  readAll,
  receive,
  roundTrip,
  send,
  WINDOW,
  writeInPieces,
} from './mux.fixture.ts';
import type { IncomingStream, MuxOptions } from './mux.ts';
import type { MuxStream } from './mux-stream.ts';
import { toByteStream } from './to-byte-stream.ts';
import { webSocketCarrier } from './web-socket-carrier.ts';

const CARRIERS: [name: string, makePair: () => Promise<CarrierPair>][] = [
  ['a MessagePort', makePortPair],
  ['a WebSocket', makeSocketPair],
];

describe.each(CARRIERS)('a mux over %s', (_name, makePair) => {
  const fixture = (options: Partial<MuxOptions> = {}) => makeFixture(makePair, options);

  test('an opened stream carries its metadata and bytes both ways', async () => {
    await using mux = await fixture();
    const metadata = { port: 8080, remoteAddress: '::1', remotePort: 50123 };
    const near = await mux.near.connect(metadata);
    const far = await mux.accepted();
    expect(far.metadata).toEqual(metadata);
    const farBytes = toByteStream(far);
    await send(near, 'ping');
    expect(await receive(farBytes, 4)).toBe('ping');
    await send(farBytes, 'pong');
    expect(await receive(near, 4)).toBe('pong');
  });

  test('either side may open, at the same time, without mixing streams up', async () => {
    await using mux = await fixture({ onStream: echo });
    const streams = await Promise.all(
      [mux.near, mux.far, mux.near, mux.far].map((side) => side.connect({ port: 7 })),
    );
    await Promise.all(streams.map((stream, index) => send(stream, `n°${index}!`)));
    const answers = await Promise.all(streams.map((stream) => receive(stream, 5)));
    expect(answers).toEqual(['n°0!', 'n°1!', 'n°2!', 'n°3!']);
  });

  test('5 MB in pieces of any size arrive in order and unharmed', async () => {
    await using mux = await fixture({ onStream: echo });
    const sent = randomBytes(5_000_000);
    const stream = await mux.near.connect({ port: 7 });
    const writing = writeInPieces(stream, sent);
    const received = await readAll(stream);
    await writing;
    expect(received.length).toBe(sent.length);
    expect(Buffer.compare(received, sent)).toBe(0);
  });

  test('a paused reader stops the writer after one window, and another stream still flows', async () => {
    await using mux = await fixture();
    const paused = mux.near.open({ port: 1 });
    const unread: (() => void)[] = [];
    let receivedBytes = 0;
    const far = await mux.accepted();
    far.handle({
      data: (bytes, consumed) => {
        receivedBytes += bytes.length;
        unread.push(consumed);
      },
      end: () => undefined,
      reset: () => undefined,
    });
    // Once the answer to the offer is back, so is the first credit.
    await roundTrip(mux);
    let accepted = 0;
    paused.write(new Uint8Array(3 * WINDOW), () => accepted++);
    await roundTrip(mux);
    expect(receivedBytes).toBe(WINDOW);
    expect(paused.pendingBytes).toBe(2 * WINDOW);
    const other = await mux.near.connect({ port: 2 });
    await send(other, 'not held up');
    expect(await receive(toByteStream(await mux.accepted()), 11)).toBe('not held up');
    expect(accepted).toBe(0);
    while (paused.pendingBytes > 0) {
      for (const consumed of unread.splice(0)) consumed();
      await roundTrip(mux);
    }
    expect(accepted).toBe(1);
  });

  test('write() of a byte stream waits for credit, which reading gives back', async () => {
    await using mux = await fixture();
    const near = await mux.near.connect({ port: 1 });
    const far = toByteStream(await mux.accepted());
    const writer = near.writable.getWriter();
    let isWritten = false;
    const writing = writer.write(new Uint8Array(2 * WINDOW)).then(() => (isWritten = true));
    await roundTrip(mux);
    expect(isWritten).toBe(false);
    await receive(far, 2 * WINDOW);
    await writing;
    expect(isWritten).toBe(true);
  });

  test('a half-closed stream still carries the other direction, then closes', async () => {
    await using mux = await fixture();
    const near = await mux.near.connect({ port: 1 });
    const far = toByteStream(await mux.accepted());
    await near.writable.close();
    expect(await readAll(far)).toHaveLength(0);
    await send(far, 'late answer');
    expect(await receive(near, 11)).toBe('late answer');
    await far.writable.close();
    expect(await readAll(near)).toHaveLength(0);
  });

  test('the accepting side may half-close first', async () => {
    await using mux = await fixture();
    const near = await mux.near.connect({ port: 1 });
    const far = toByteStream(await mux.accepted());
    await far.writable.close();
    expect(await readAll(near)).toHaveLength(0);
    await send(near, 'request');
    expect(await receive(far, 7)).toBe('request');
  });

  test('end() comes after all that was written, however long it waits for credit', async () => {
    await using mux = await fixture();
    const near = mux.near.open({ port: 1 });
    const far = toByteStream(await mux.accepted());
    near.write(new Uint8Array(3 * WINDOW + 1));
    near.end();
    expect(await readAll(far)).toHaveLength(3 * WINDOW + 1);
  });

  test('aborting the writable resets the stream on both sides', async () => {
    await using mux = await fixture();
    const near = await mux.near.connect({ port: 1 });
    const far = toByteStream(await mux.accepted());
    await near.writable.abort();
    await expect(readAll(near)).rejects.toMatchObject({ reason: 'aborted' });
    await expect(readAll(far)).rejects.toMatchObject({ name: 'StreamReset', reason: 'reset' });
    await expect(send(far, 'x')).rejects.toMatchObject({ reason: 'reset' });
  });

  test('abort() does not wait for a write that has no credit', async () => {
    await using mux = await fixture();
    const near = await mux.near.connect({ port: 1 });
    const far = toByteStream(await mux.accepted());
    const writer = near.writable.getWriter();
    const stuck = writer.write(new Uint8Array(2 * WINDOW));
    const rejected = expect(stuck).rejects.toMatchObject({ reason: 'aborted' });
    await writer.abort().catch(() => undefined);
    await rejected;
    await expect(readAll(far)).rejects.toMatchObject({ reason: 'reset' });
  });

  test('cancelling the readable resets the stream on both sides', async () => {
    await using mux = await fixture();
    const near = await mux.near.connect({ port: 1 });
    const far = toByteStream(await mux.accepted());
    await far.readable.cancel();
    await expect(readAll(near)).rejects.toMatchObject({ reason: 'reset' });
    await expect(send(far, 'x')).rejects.toMatchObject({ reason: 'aborted' });
  });

  test('bytes that cross a reset on their way are dropped and harm nothing', async () => {
    await using mux = await fixture();
    const near = mux.near.open({ port: 1 });
    const far = await mux.accepted();
    far.reset();
    near.write(new Uint8Array(1000));
    near.end();
    await roundTrip(mux);
  });

  test('a refused stream rejects connect() and takes no place', async () => {
    await using mux = await fixture({
      maxStreams: 1,
      onStream: (stream) => {
        stream.refuse();
      },
    });
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(mux.near.connect({ port: 1 })).rejects.toMatchObject({ reason: 'refused' });
    }
  });

  test('one stream more than the peer takes is busy, until another ends', async () => {
    await using mux = await fixture({ maxStreams: 1 });
    const first = await mux.near.connect({ port: 1 });
    await mux.accepted();
    await expect(mux.near.connect({ port: 1 })).rejects.toMatchObject({ reason: 'busy' });
    await first.writable.abort();
    await mux.near.connect({ port: 1 });
  });

  test('a stream may be accepted later, and what was written meanwhile then comes', async () => {
    let offer: IncomingStream | null = null as IncomingStream | null;
    await using mux = await fixture({ onStream: (stream) => (offer = stream) });
    const near = mux.near.open({ port: 1 });
    near.write(Buffer.from('early'));
    await roundTrip(mux);
    expect(near.pendingBytes).toBe(5);
    const far = toByteStream(offered(offer));
    expect(await receive(far, 5)).toBe('early');
  });

  test('a stream accepted after its opener gave up is reset', async () => {
    let offer: IncomingStream | null = null as IncomingStream | null;
    await using mux = await fixture({ onStream: (stream) => (offer = stream) });
    mux.near.open({ port: 1 }).reset();
    await roundTrip(mux);
    const far = toByteStream(offered(offer));
    await expect(readAll(far)).rejects.toMatchObject({ reason: 'reset' });
  });

  test('closing the mux resets every stream on both sides', async () => {
    await using mux = await fixture();
    const near = await Promise.all([1, 2, 3].map((port) => mux.near.connect({ port })));
    const far = [await mux.accepted(), await mux.accepted(), await mux.accepted()];
    const farBytes = far.map((stream) => toByteStream(stream));
    mux.near.close();
    for (const stream of [...near, ...farBytes]) {
      await expect(readAll(stream)).rejects.toMatchObject({ reason: 'closed' });
    }
    expect(await mux.near.closed).toEqual({ by: 'us', violation: null });
    expect(await mux.far.closed).toEqual({ by: 'peer', violation: null });
    await expect(mux.near.connect({ port: 1 })).rejects.toMatchObject({ reason: 'closed' });
  });

  test('a cut carrier resets every stream on both sides', async () => {
    await using mux = await fixture();
    const near = await mux.near.connect({ port: 1 });
    const far = toByteStream(await mux.accepted());
    mux.carriers.cut();
    await expect(readAll(near)).rejects.toMatchObject({ reason: 'closed' });
    await expect(readAll(far)).rejects.toMatchObject({ reason: 'closed' });
  });
});

function offered(offer: IncomingStream | null): MuxStream {
  if (offer === null) throw new Error('No stream was offered');
  return offer.accept();
}

function makePortPair(): Promise<CarrierPair> {
  const { port1, port2 } = new MessageChannel();
  return Promise.resolve({
    near: messagePortCarrier(port1),
    far: messagePortCarrier(port2),
    cut: () => {
      port1.close();
    },
    dispose: () => Promise.resolve(),
  });
}

/** On loopback: `ws` on one end, Node's own `WebSocket` on the other. */
async function makeSocketPair(): Promise<CarrierPair> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 64 * 1024 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const near = new WebSocket(`ws://127.0.0.1:${port}`);
  const [far] = (await once(server, 'connection')) as [ServerSocket];
  return {
    near: webSocketCarrier(near),
    far: webSocketCarrier(far),
    cut: () => {
      far.terminate();
    },
    dispose: async () => {
      far.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
