// The code that makes the student's servers, beside them: it calls, listens, closes, and tells what happened.

/**
 * Servers made by earlier probes of the same realm are found under this key of the student's global object.
 * Student code could reach it; all it would find is its own servers.
 */
const SERVERS = `Symbol.for('trame.servers')`;

/**
 * Input `{ module, name, argumentLists }`. Evidence `{ first, ports, failure }`: the place of the first server among
 * all of this realm, the port of each, and `null` or at which stage the next one failed:
 * `{ stage, thrown?, value?, missing?, earlier? }`.
 */
export const OPEN_SERVERS = `
const { module, name, argumentLists } = input;
const key = ${SERVERS};
if (!globalThis[key]) Object.defineProperty(globalThis, key, { value: [] });
const all = globalThis[key];
const first = all.length;
const ports = [];
const failed = (stage, more = {}) => ({ first, ports, failure: { stage, ...more } });
// A server may come late, after a timer for instance: then time is moved for it.
const until = async (isDone) => {
  for (let n = 0; n < 8 && !isDone(); n += 1) await null;
  for (let n = 0; n < 16 && !isDone(); n += 1) await clock.settle();
  for (let n = 0; n < 20 && !isDone(); n += 1) await clock.advance(50);
  for (let n = 0; n < 40 && !isDone(); n += 1) await clock.settle();
  return isDone();
};
// Called in order; those that give promises are awaited together.
const made = argumentLists.map((list) => {
  const creation = { outcome: null };
  try {
    Promise.resolve(modules[module][name](...list)).then(
      (value) => { creation.outcome = { value }; },
      (thrown) => { creation.outcome = { thrown }; },
    );
  } catch (thrown) {
    creation.outcome = { thrown };
  }
  return creation;
});
const isMade = ({ outcome }) => outcome !== null;
await until(() => made.every(isMade));
for (const { outcome } of made) {
  if (outcome === null) return failed('unsettled');
  if ('thrown' in outcome) return failed('threw', { thrown: outcome.thrown });
  const server = outcome.value;
  const isObject = (typeof server === 'object' && server !== null) || typeof server === 'function';
  const missing = ['listen', 'address', 'close'].filter((method) => !isObject || typeof server[method] !== 'function');
  if (missing.length > 0) {
    return failed('not-a-server', { missing, value: isObject ? { className: server.constructor?.name } : server });
  }
  if (all.includes(server)) return failed('same-server');
  all.push(server);
}
const servers = all.slice(first);
const before = servers.map((server) => {
  try { return server.address()?.port ?? null; } catch { return null; }
});
await clock.settle();
const listening = servers.map(() => false);
for (const [index, server] of servers.entries()) {
  try {
    server.listen(0, () => { listening[index] = true; });
  } catch (thrown) {
    return failed('listen-threw', { thrown });
  }
}
if (!(await until(() => listening.every(Boolean)))) return failed('never-listens');
for (const server of servers) {
  let address;
  try { address = server.address(); } catch (thrown) { return failed('address-threw', { thrown }); }
  const port = address?.port;
  if (!Number.isInteger(port) || port < 1 || port > 65535) return failed('no-port', { value: address });
  ports.push(port);
}
return { first, ports, before, failure: null };`;

/** Input `{ places }`: closes those servers of the realm. What they throw, and when they are done, is their own affair. */
export const CLOSE_SERVERS = `
for (const place of input.places) {
  try {
    Promise.resolve(globalThis[${SERVERS}][place].close()).catch(() => {});
  } catch {}
}
await clock.settle();
return null;`;
