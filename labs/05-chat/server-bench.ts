// The server that the student's functions are given: a real `ws` server in their realm, made, reached and looked at by us.
import {
  fail,
  propertyOf,
  type Cloneable,
  type Evidence,
  type Subject,
} from '../../src/grading/index.ts';

const MODULE = 'correcteur/serveurs.js';

/** `alone`: it has its own port; `joined`: on an HTTP server (`{ server }`); `apart`: `noServer`, fed by the HTTP server. */
export type BenchKind = 'alone' | 'joined' | 'apart';

/** For `support` of a step: it is loaded before the student's code, and holds the servers of the realm. */
export const SUPPORT: Readonly<Record<string, string>> = {
  [MODULE]: `
import { createServer, IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';

export const benches = [];
const ignore = () => {};
const answer = (request, response) => {
  response.writeHead(426, { 'Content-Length': 0 });
  response.end();
};

function webSocketServer(kind, serveur) {
  if (kind === 'alone') return new WebSocketServer({ port: 0 });
  if (kind === 'joined') return new WebSocketServer({ server: serveur });
  const wss = new WebSocketServer({ noServer: true });
  serveur.on('upgrade', (request, socket, head) => {
    wss.handleUpgrade(request, socket, head, (client) => wss.emit('connection', client, request));
  });
  return wss;
}

export function open(kind) {
  return new Promise((resolve) => {
    const serveur = kind === 'alone' ? null : createServer(answer);
    const wss = webSocketServer(kind, serveur);
    wss.on('connection', (client) => client.on('error', ignore));
    const bench = { serveur, wss, calls: [], handle: undefined, crowd: [] };
    const place = benches.push(bench) - 1;
    const listening = () => resolve({ place, port: (serveur ?? wss).address().port });
    if (serveur === null) wss.on('listening', listening);
    else serveur.listen(0, listening);
  });
}

const HANDSHAKE = [
  ['Host', 'localhost'],
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
];
const rawHeaders = HANDSHAKE.flat();
const headers = Object.fromEntries(HANDSHAKE.map(([name, value]) => [name.toLowerCase(), value]));
const still = function () {
  return this;
};

/** Clients in memory: the server's side of each is a real one, and nobody ever answers at the other end. */
export function crowd({ wss, crowd }, count) {
  for (let index = 0; index < count; index += 1) {
    const socket = new Duplex({ read: ignore, write: (chunk, encoding, done) => done() });
    Object.assign(socket, { remoteAddress: '127.0.0.1', remotePort: 40_000 + index });
    for (const name of ['setTimeout', 'setNoDelay', 'setKeepAlive', 'ref', 'unref']) socket[name] = still;
    const request = new IncomingMessage(socket);
    const head = { method: 'GET', url: '/', httpVersion: '1.1', rawHeaders: [...rawHeaders], headers: { ...headers } };
    Object.assign(request, head);
    crowd.push(socket);
    wss.handleUpgrade(request, socket, Buffer.alloc(0), (client) => wss.emit('connection', client, request));
  }
}

export function close({ serveur, wss, crowd }) {
  for (const socket of crowd) socket.destroy();
  for (const client of wss.clients) client.terminate();
  wss.close();
  serveur?.close();
  serveur?.closeAllConnections();
}

/** What the student's function promised, and when it kept it. */
export function watch(bench, start, clock) {
  const call = { state: 'pending', at: null, clients: 0, listening: false, thrown: undefined };
  bench.calls.push(call);
  const settled = (state) => (value) => {
    if (call.state !== 'pending') return;
    call.state = state;
    call.at = clock.now();
    if (state !== 'resolved') call.thrown = value;
    // Node tells a server that its last connection is closed a few turns before it tells that connection.
    clock.settle().then(() => {
      call.clients = bench.wss.clients.size;
      call.listening = bench.serveur?.listening === true;
    });
  };
  try {
    Promise.resolve(start()).then(settled('resolved'), settled('rejected'));
  } catch (thrown) {
    settled('threw')(thrown);
  }
}

const listenersOf = (emitter) =>
  emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);

export function look({ serveur, wss, calls }, clock) {
  const timers = clock.timers();
  return {
    now: clock.now(),
    clients: wss.clients.size,
    listening: serveur?.listening === true,
    waiting: timers.waiting,
    referenced: timers.referenced,
    listeners: [...wss.clients].reduce((sum, client) => sum + listenersOf(client), listenersOf(wss)),
    calls: calls.map((call) => ({ ...call })),
  };
}
`,
};

/** Before the body of a probe: `input.place` is that of the bench. */
const BENCH = `
const support = modules['${MODULE}'];
const bench = support.benches[input.place];
`;

/** A promise of the student's function: whether, and at which virtual time, it was kept. */
export type Promised = {
  readonly state: 'pending' | 'resolved' | 'rejected' | 'threw';
  readonly at: number;
  /** What was left then. */
  readonly clients: number;
  readonly listening: boolean;
  readonly thrown: Evidence;
};

/** What is in the realm: the timers are those of all that runs in it. */
export type Look = {
  readonly now: number;
  readonly clients: number;
  readonly listening: boolean;
  readonly waiting: number;
  /** Timers that keep Node alive. */
  readonly referenced: number;
  readonly listeners: number;
  readonly calls: readonly Promised[];
};

export class Bench {
  readonly subject: Subject;
  readonly place: number;
  readonly port: number;

  constructor(subject: Subject, place: number, port: number) {
    this.subject = subject;
    this.place = place;
    this.port = port;
  }

  /** Runs `source` beside the student's code, where `bench` holds `serveur`, `wss` and what was kept there. */
  probe(source: string, input: Readonly<Record<string, Cloneable>> = {}): Promise<Evidence> {
    return this.subject.probe(`${BENCH}${source}`, { ...input, place: this.place });
  }

  async look(): Promise<Look> {
    const evidence = await this.probe('return support.look(bench, clock);');
    const calls = propertyOf(evidence, 'calls');
    return {
      now: numberIn(evidence, 'now'),
      clients: numberIn(evidence, 'clients'),
      listening: isTrueIn(evidence, 'listening'),
      waiting: numberIn(evidence, 'waiting'),
      referenced: numberIn(evidence, 'referenced'),
      listeners: numberIn(evidence, 'listeners'),
      calls: calls.type === 'array' ? calls.items.map(promisedIn) : [],
    };
  }

  /** Away with all of it: what one check leaves must not be counted by the next. */
  async close(): Promise<void> {
    await this.probe('support.close(bench); await clock.settle(); return null;');
  }
}

export async function openBench(subject: Subject, kind: BenchKind): Promise<Bench> {
  const source = `return modules['${MODULE}'].open(input.kind);`;
  const opened = await subject.probe(source, { kind });
  const [place, port] = [numberIn(opened, 'place'), numberIn(opened, 'port')];
  if (Number.isNaN(port)) {
    fail({
      message: 'Dans votre programme, un serveur « ws » tout neuf ne s’ouvre pas.',
      hint: 'Cherchez ce que votre fichier remplace ou modifie dès qu’il est importé.',
    });
  }
  return new Bench(subject, place, port);
}

export function textIn(evidence: Evidence, name: string): string {
  const property = propertyOf(evidence, name);
  return property.type === 'string' ? property.value : '';
}

export function numberIn(evidence: Evidence, name: string): number {
  const property = propertyOf(evidence, name);
  return property.type === 'number' ? property.value : NaN;
}

export function isTrueIn(evidence: Evidence, name: string): boolean {
  const property = propertyOf(evidence, name);
  return property.type === 'boolean' && property.value;
}

function promisedIn(evidence: Evidence): Promised {
  const state = textIn(evidence, 'state');
  const isKnown = state === 'resolved' || state === 'rejected' || state === 'threw';
  return {
    state: isKnown ? state : 'pending',
    at: numberIn(evidence, 'at'),
    clients: numberIn(evidence, 'clients'),
    listening: isTrueIn(evidence, 'listening'),
    thrown: propertyOf(evidence, 'thrown'),
  };
}
