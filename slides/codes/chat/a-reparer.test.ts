// The shortcuts that the slides ask the room to predict: each fails as the slide says it does.
import { once } from 'node:events';
import { parse } from 'acorn';
import { afterAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { AddressInfo } from 'node:net';
import { readCode, runListing } from '../run-listing.fixture.ts';
import { hear, sendUnmasked, startProgram } from './chat-server.fixture.ts';

/** Milliseconds for a process to start on a busy machine. */
const SLOW_START = 30_000;

const registry = await import('./a-reparer/registre.js');

afterAll(() => {
  for (const client of registry.wss.clients) client.terminate();
  registry.wss.close();
});

test('chat/a-reparer/registre.js: A then B leave, C is connected and hears nothing, B stays in the list', async () => {
  const { port } = registry.wss.address() as AddressInfo;
  const join = async (): Promise<{ page: WebSocket; peer: WebSocket }> => {
    const accepted = once(registry.wss, 'connection') as Promise<[WebSocket]>;
    const page = new WebSocket(`ws://127.0.0.1:${port}`);
    const [peer] = await accepted;
    return { page, peer };
  };
  const a = await join();
  const b = await join();
  const c = await join();
  for (const { page, peer } of [a, b]) {
    const gone = once(peer, 'close');
    if (page.readyState !== WebSocket.OPEN) await once(page, 'open');
    page.close();
    await gone;
  }
  expect(registry.clients).toEqual([b.peer]);
  expect(c.peer.readyState).toBe(WebSocket.OPEN);
  // C speaks: its own words do not come back, a later ping does.
  const heard = vi.fn();
  c.page.on('message', heard);
  c.page.send('y a-t-il quelqu’un ?');
  await once(c.peer, 'message');
  c.peer.ping();
  await once(c.page, 'ping');
  expect(heard).not.toHaveBeenCalled();
});

test('chat/a-reparer/origine.js accepts whatever origin the caller declares', async () => {
  const wsServer = { on: vi.fn() };
  await runListing('chat/a-reparer/origine.js', { wsServer });
  const [event, listener] = wsServer.on.mock.calls[0] as [string, (request: unknown) => void];
  expect(event).toBe('request');
  const accept = vi.fn();
  listener({ origin: 'https://pirate.example', accept });
  expect(accept.mock.calls).toEqual([[null, 'https://pirate.example']]);
});

test(
  'chat/a-reparer/binaire.js: one binary message stops the server, for everyone',
  async () => {
    await using program = await startProgram('a-reparer/binaire.js');
    const client = new WebSocket(`ws://127.0.0.1:${program.port}`);
    client.on('error', () => undefined);
    await once(client, 'open');
    const heard = hear(client);
    client.send(JSON.stringify({ texte: 'bonjour' }));
    expect(await heard).toBe('bonjour');
    const exited = once(program.child, 'exit');
    client.send(Buffer.from([0xff]));
    expect(await exited).toEqual([1, null]);
    expect(program.errors()).toContain('SyntaxError');
  },
  SLOW_START,
);

test(
  'chat/a-reparer/sans-ecouteur.js: one unmasked frame stops the server, for everyone',
  async () => {
    await using program = await startProgram('a-reparer/sans-ecouteur.js');
    const client = new WebSocket(`ws://127.0.0.1:${program.port}`);
    client.on('error', () => undefined);
    await once(client, 'open');
    const exited = once(program.child, 'exit');
    await sendUnmasked(program.port);
    expect(await exited).toEqual([1, null]);
    expect(program.errors()).toContain('WS_ERR_EXPECTED_MASK');
  },
  SLOW_START,
);

test('chat/a-reparer/page.js does not parse: three comments swallowed three braces', async () => {
  const source = await readCode('chat/a-reparer/page.js');
  const options = { ecmaVersion: 'latest', sourceType: 'script' } as const;
  expect(() => parse(source, options)).toThrow(/Unexpected token/);
  const swallowed = /\{(\/\/[^}\n]*)\};$/gm;
  expect(source.match(swallowed)).toHaveLength(3);
  expect(() => parse(source.replace(swallowed, '{ $1\n};'), options)).not.toThrow();
});
