// Clients made by the grader, to which the student's function sends beside it; and a real server of `ws` for the wire.
import { SETTLE_IN_PROBE } from '../../../src/grading/index.ts';

/** Gives probes the class of the server; loaded before the student's code. */
export const WS_MODULE = 'correcteur/ws.js';
export const WS_SOURCE = `export { WebSocketServer } from 'ws';`;

/** What the `send` of a dead client throws. */
export const DEAD_SEND = 'write after end';

/** The servers of a realm are kept under this key of its global object, for the probes that follow. */
const SERVERS = `Symbol.for('trame.broadcast')`;

/**
 * Input `{ module, text, clients: [{ state, throws }], except }`: `except` is a client's rank, `-1` for somebody who is
 * not in the set, `null` for no third argument, `-2` for an empty one. A client behaves as a socket of `ws` does.
 * Evidence `{ outcome, sends }`: `outcome` is `{ value }`, `{ thrown }` or `null`; `sends` holds, for each client, what
 * each call of its `send` was given: `{ data, isBinary }`.
 */
export const BROADCAST = `${SETTLE_IN_PROBE}
const { module, text, clients, except } = input;
const { diffuser } = modules[module];
const nothing = () => {};
const sends = [];
const made = [];
const recorded = (data) => {
  if (!(data instanceof Uint8Array)) return data;
  const copy = [];
  for (let i = 0; i < data.length; i += 1) copy[i] = data[i];
  return copy;
};
const makeClient = (state, throws, calls) => ({
  readyState: state, CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3, bufferedAmount: 0, protocol: '',
  on: nothing, once: nothing, off: nothing, addEventListener: nothing, close: nothing, terminate: nothing, ping: nothing,
  send(data, options, callback) {
    const done = typeof options === 'function' ? options : callback;
    const given = typeof options === 'object' && options !== null ? options.binary : undefined;
    calls[calls.length] = { data: recorded(data), isBinary: given === undefined ? typeof data !== 'string' : Boolean(given) };
    if (state === 0) throw new Error('WebSocket is not open: readyState 0 (CONNECTING)');
    if (throws) throw new Error('${DEAD_SEND}');
    if (typeof done !== 'function') return;
    const late = async () => { await null; };
    void late().then(() => { if (state === 1) done(); else done(new Error('WebSocket is not open: readyState ' + state)); });
  },
});
for (let c = 0; c < clients.length; c += 1) {
  sends[c] = [];
  made[c] = makeClient(clients[c].state, clients[c].throws, sends[c]);
}
const set = new Set();
for (let c = 0; c < made.length; c += 1) set.add(made[c]);
const outcome = await settle(() => {
  if (except === null) return diffuser(set, text);
  if (except === -2) return diffuser(set, text, {});
  return diffuser(set, text, { sauf: except === -1 ? makeClient(1, false, []) : made[except] });
});
await clock.settle();
return { outcome, sends };`;

/** Opens a server of `ws` whose every message is given to the student's function, as it came. Evidence: its port. */
export const OPEN_HALL = `
const { module, ws } = input;
const server = new modules[ws].WebSocketServer({ port: 0 });
const hall = { server, thrown: null, isListening: false };
globalThis[${SERVERS}] = hall;
server.on('listening', () => { hall.isListening = true; });
server.on('connection', (client) => {
  client.on('error', () => {});
  client.on('message', (data) => {
    void (async () => {
      try { await modules[module].diffuser(server.clients, data); } catch (thrown) { hall.thrown = { thrown }; }
    })();
  });
});
for (let n = 0; n < 100 && !hall.isListening; n += 1) await clock.settle();
return server.address().port;`;

/** Input `{ module, text, bytes }`: sends either, the bytes as a Buffer that is a part of a larger one. */
export const SPEAK_IN_HALL = `${SETTLE_IN_PROBE}
const { module, text, bytes } = input;
const hall = globalThis[${SERVERS}];
let data = text;
if (bytes !== null) {
  const whole = Buffer.alloc(bytes.length + 16, 0x2a);
  for (let i = 0; i < bytes.length; i += 1) whole[i + 7] = bytes[i];
  data = whole.subarray(7, 7 + bytes.length);
}
const outcome = await settle(() => modules[module].diffuser(hall.server.clients, data));
return outcome !== null && 'thrown' in outcome ? outcome : null;`;

/** What the student's function threw in answer to a message; `null` for nothing. */
export const HALL_THROWN = `return globalThis[${SERVERS}].thrown;`;

export const CLOSE_HALL = `
const { server } = globalThis[${SERVERS}];
for (const client of server.clients) client.terminate();
server.close();
await clock.settle();
return null;`;
