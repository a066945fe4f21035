// The listings that open, listen and close, run against a real server with the platform's own `WebSocket`.
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { WebSocket as WsSocket } from 'ws';
import { event, openPage, serveLoopback } from '../loopback.fixture.ts';
import { runListing } from '../run-listing.fixture.ts';

test('api/creer.js connects at once, and reads the one subprotocol that the server kept', async () => {
  await using server = await serveLoopback({
    handleProtocols: (offered) => (offered.has('chat.v1') ? 'chat.v1' : false),
  });
  const log = vi.fn();
  const { ws } = await runListing(
    'api/creer.js',
    { WebSocket: server.WebSocket, console: { log } },
    ['ws'],
  );
  const connection = ws as WebSocket;
  expect(connection.readyState).toBe(WebSocket.CONNECTING);
  expect(connection.url).toMatch(/\/salon$/);
  await event(connection, 'open');
  expect(log.mock.calls).toEqual([['chat.v1']]);
});

test('api/creer.js fails where the server keeps none of its subprotocols', async () => {
  await using server = await serveLoopback({ handleProtocols: () => false });
  const { ws } = await runListing('api/creer.js', { WebSocket: server.WebSocket, console }, ['ws']);
  const { code, wasClean } = await event(ws as WebSocket, 'close');
  expect({ code, wasClean }).toEqual({ code: 1006, wasClean: false });
});

test('the constructor throws for duplicate subprotocols, and only then for what it is given', () => {
  expect(() => new WebSocket('wss://chat.exemple.fr/', ['a', 'a'])).toThrow(
    expect.objectContaining({ name: 'SyntaxError' }),
  );
});

test('api/ecouter.js shows each message, then says how the connection ended', async () => {
  await using server = await serveLoopback();
  const afficher = vi.fn();
  const signaler = vi.fn();
  const connected = once(server.wss, 'connection') as Promise<[WsSocket]>;
  const ws = await openPage(server);
  await runListing('api/ecouter.js', { ws, afficher, signaler });
  const [peer] = await connected;
  peer.send('bonjour');
  peer.close(1000);
  await event(ws, 'close');
  expect(afficher.mock.calls).toEqual([['bonjour']]);
  expect(signaler.mock.calls).toEqual([['Fermée (1000)']]);
});

test('api/ecouter.js says that a connection was cut, where no Close came', async () => {
  await using server = await serveLoopback();
  const signaler = vi.fn();
  const connected = once(server.wss, 'connection') as Promise<[WsSocket]>;
  const ws = await openPage(server);
  await runListing('api/ecouter.js', { ws, afficher: vi.fn(), signaler });
  const [peer] = await connected;
  peer.terminate();
  await event(ws, 'close');
  expect(signaler).toHaveBeenLastCalledWith('Coupée (1006)');
});

test('api/erreur-2013.js throws in the handler itself, and an error event has no `data`', async () => {
  const ws: { onerror?: (event: unknown) => void } = {};
  const alert = vi.fn();
  await runListing('api/erreur-2013.js', { ws, alert });
  expect(() => ws.onerror?.(new Event('error'))).toThrow(new ReferenceError('e is not defined'));
  expect(alert).not.toHaveBeenCalled();
  expect(new Event('error')).not.toHaveProperty('data');
});

test('api/tester.js gives up after five seconds of silence, and then offers something else', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // Accepts the connection, and never answers: a network that filters.
  const mute = createServer().listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const proposerAutreChose = vi.fn();
  const adresse = `ws://127.0.0.1:${(mute.address() as AddressInfo).port}/`;
  const accepted = once(mute, 'connection');
  const { ws } = await runListing('api/tester.js', { WebSocket, adresse, proposerAutreChose }, [
    'ws',
  ]);
  await accepted;
  await vi.advanceTimersByTimeAsync(4999);
  expect((ws as WebSocket).readyState).toBe(WebSocket.CONNECTING);
  const closed = event(ws as WebSocket, 'close');
  await vi.advanceTimersByTimeAsync(1);
  await closed;
  expect(proposerAutreChose).toHaveBeenCalledOnce();
  vi.useRealTimers();
  mute.close();
});

test('api/tester.js offers something else at once where the door is shut, and disarms its delay', async () => {
  const shut = createServer().listen(0, '127.0.0.1');
  await once(shut, 'listening');
  const { port } = shut.address() as AddressInfo;
  await new Promise((resolve) => shut.close(resolve));
  const proposerAutreChose = vi.fn();
  const clearTimeout = vi.fn(globalThis.clearTimeout);
  const adresse = `ws://127.0.0.1:${port}/`;
  const globals = { WebSocket, adresse, proposerAutreChose, clearTimeout };
  const { ws } = await runListing('api/tester.js', globals, ['ws']);
  await event(ws as WebSocket, 'close');
  expect(clearTimeout).toHaveBeenCalledOnce();
  expect(proposerAutreChose).toHaveBeenCalledOnce();
});

test('api/tester.js leaves an open connection alone, and offers nothing after a clean end', async () => {
  await using server = await serveLoopback();
  const proposerAutreChose = vi.fn();
  const clearTimeout = vi.fn(globalThis.clearTimeout);
  const globals = { WebSocket, adresse: server.address, proposerAutreChose, clearTimeout };
  const { ws } = await runListing('api/tester.js', globals, ['ws']);
  await event(ws as WebSocket, 'open');
  expect(clearTimeout).toHaveBeenCalledOnce();
  (ws as WebSocket).close(1000);
  await event(ws as WebSocket, 'close');
  expect(proposerAutreChose).not.toHaveBeenCalled();
});

test('api/fermer.js leaves with 1000 and its reason, and tells an end from a cut', async () => {
  await using server = await serveLoopback();
  const signaler = vi.fn();
  const reprendre = vi.fn();
  const connected = once(server.wss, 'connection') as Promise<[WsSocket]>;
  const ws = await openPage(server);
  const boutonQuitter = new EventTarget();
  await runListing('api/fermer.js', { ws, boutonQuitter, signaler, reprendre });
  const [peer] = await connected;
  const heard = once(peer, 'close') as Promise<[number, Buffer]>;
  boutonQuitter.dispatchEvent(new Event('click'));
  await event(ws, 'close');
  const [code, reason] = await heard;
  expect([code, reason.toString()]).toEqual([1000, 'au revoir']);
  expect(signaler.mock.calls).toEqual([['Terminé, code 1000']]);

  const again = once(server.wss, 'connection') as Promise<[WsSocket]>;
  const other = await openPage(server);
  await runListing('api/fermer.js', { ws: other, boutonQuitter, signaler, reprendre });
  (await again)[0].terminate();
  await event(other, 'close');
  expect(reprendre).toHaveBeenCalledOnce();
});

test('close() takes 1000 and 3000 to 4999, and a reason of 123 bytes, as the slide says', async () => {
  await using server = await serveLoopback();
  const ws = await openPage(server);
  for (const code of [1001, 1006, 2999, 5000]) {
    expect(() => {
      ws.close(code);
    }, String(code)).toThrow(expect.objectContaining({ name: 'InvalidAccessError' }));
  }
  expect(() => {
    ws.close(1000, 'é'.repeat(62));
  }).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
  ws.close(4999, `${'é'.repeat(61)}a`);
  const { code } = await event(ws, 'close');
  expect(code).toBe(4999);
});
