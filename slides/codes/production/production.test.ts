// The listings of the chapter on production: the proxy's directives, the bus, the count of closings, the tests.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { hear, startChat } from '../chat/chat-server.fixture.ts';
import { serveLoopback } from '../loopback.fixture.ts';
import { readCode, runListing } from '../run-listing.fixture.ts';

/** Milliseconds for a process to start on a busy machine. */
const SLOW_START = 30_000;

const run = promisify(execFile);

/** Reads `name value value;` in the one block of the excerpt; throws where the grammar is not met. */
function readNginx(source: string): { block: string; directives: Map<string, string[]> } {
  const bare = source.replace(/^\s*#.*$/gm, '').trim();
  const [, block = '', inside] = /^(\w+ \S+) \{([^{}]*)\}$/.exec(bare) ?? [];
  if (inside === undefined) throw new SyntaxError('expected one block');
  const directives = new Map<string, string[]>();
  for (const line of inside.trim().split('\n')) {
    const [, text] = /^\s*([^;{}]+);$/.exec(line) ?? [];
    if (text === undefined) throw new SyntaxError(`expected a directive: ${line}`);
    const words = text.match(/"[^"]*"|\S+/g) ?? [];
    const name = words[0] === 'proxy_set_header' ? words.slice(0, 2).join(' ') : words[0]!;
    directives.set(name, words.slice(name.split(' ').length));
  }
  return { block, directives };
}

test('production/nginx.conf passes the upgrade on, keeps the host, and outlasts the server’s pings', async () => {
  const { block, directives } = readNginx(await readCode('production/nginx.conf'));
  expect(block).toBe('location /chat');
  expect(directives.get('proxy_http_version')).toEqual(['1.1']);
  expect(directives.get('proxy_set_header Upgrade')).toEqual(['$http_upgrade']);
  expect(directives.get('proxy_set_header Connection')).toEqual(['"upgrade"']);
  expect(directives.get('proxy_set_header Host')).toEqual(['$host']);
  const server = await readCode('chat/serveur.js');
  const [, port] = /PORT \?\? (\d+)/.exec(server) ?? [];
  expect(directives.get('proxy_pass')).toEqual([`http://127.0.0.1:${port}`]);
  const beat = Number(/\}, (\d+)_000\);/.exec(server)?.[1]);
  const patience = Number(/^(\d+)s$/.exec(directives.get('proxy_read_timeout')?.[0] ?? '')?.[1]);
  expect(beat).toBe(30);
  expect(patience).toBeGreaterThan(2 * beat);
});

/** What Redis or NATS would be, for instances of one process. */
const createBus = () => {
  const subscribers: ((text: string) => void)[] = [];
  return {
    abonner: vi.fn((_: string, listener: (text: string) => void) => subscribers.push(listener)),
    publier: vi.fn((_: string, text: string) => {
      for (const listener of subscribers) listener(text);
    }),
  };
};

test('production/bus.js: who is on another instance hears as well, and everyone once', async () => {
  await using one = await serveLoopback();
  await using two = await serveLoopback();
  const bus = createBus();
  for (const { wss } of [one, two]) await runListing('production/bus.js', { bus, wss, console });
  const alice = new WebSocket(one.address);
  const bob = new WebSocket(two.address);
  await Promise.all([once(alice, 'open'), once(bob, 'open')]);
  const atBob = vi.fn();
  bob.on('message', atBob);
  const heard = Promise.all([hear(alice), hear(bob)]);
  alice.send('d’ici');
  expect(await heard).toEqual(['d’ici', 'd’ici']);
  const answer = Promise.all([hear(alice), hear(bob)]);
  bob.send('de là');
  expect(await answer).toEqual(['de là', 'de là']);
  expect(atBob).toHaveBeenCalledTimes(2);
  expect(bus.publier.mock.calls.map(([channel]) => channel)).toEqual(['salon', 'salon']);
});

test('production/mesures.js counts closings by code', async () => {
  await using server = await serveLoopback();
  const { fermetures } = await runListing('production/mesures.js', { wss: server.wss }, [
    'fermetures',
  ]);
  for (const code of [1000, 1000, undefined]) {
    const accepted = once(server.wss, 'connection') as Promise<[WebSocket]>;
    const client = new WebSocket(server.address);
    await once(client, 'open');
    const [peer] = await accepted;
    const gone = once(peer, 'close');
    if (code === undefined) client.terminate();
    else client.close(code);
    await gone;
  }
  expect(fermetures).toEqual(
    new Map([
      [1000, 2],
      [1006, 1],
    ]),
  );
});

test('production/fuzzingclient.json asks for every case but compression, of one server', async () => {
  const spec = JSON.parse(await readCode('production/fuzzingclient.json')) as Record<
    string,
    unknown
  >;
  expect(spec).toEqual({
    outdir: '/rapports',
    servers: [{ agent: 'mon-serveur', url: expect.stringMatching(/^ws:\/\//) as string }],
    cases: ['*'],
    'exclude-cases': ['12.*', '13.*'],
    'exclude-agent-cases': {},
  });
});

const ESSAI = fileURLToPath(new URL('origine.essai.js', import.meta.url));
const runEssai = (port: number): Promise<{ stdout: string }> =>
  run(process.execPath, ['--test', '--test-reporter=tap', ESSAI], {
    env: { ...withoutVitest(), ADRESSE: `ws://127.0.0.1:${port}/chat` },
    timeout: 10_000,
  });
const withoutVitest = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS'));

test(
  'production/origine.essai.js passes against the chat, and not against a server that lets everyone in',
  async () => {
    await using chat = await startChat();
    expect((await runEssai(chat.port)).stdout).toMatch(/^# pass 1$/m);
    await using open = await serveLoopback();
    await expect(runEssai(open.port)).rejects.toMatchObject({
      stdout: expect.stringMatching(/^# fail 1$/m) as string,
    });
  },
  SLOW_START,
);
