// The code that plays scenes in the student's room, with doubles for clients; it tells what each of them was sent.
import { SETTLE_IN_PROBE } from '../../../src/grading/index.ts';

/**
 * Input `{ module, acts }`: a fresh room, and its acts `[act, client, text]`, in order.
 * Evidence: the list of the acts, each `{ sent: [client, kind, text, …], thrown?, isStuck? }`, up to the first that
 * threw or never settled; `kind` is `texte`, `binaire`, or what else was given to `send`.
 */
export const PLAY = `
${SETTLE_IN_PROBE}
const { creerSalon, Salon } = modules[input.module];
const utf8 = new TextDecoder();
const later = queueMicrotask;
const readable = (data, options) => {
  if (typeof data === 'string') return ['texte', data];
  if (data instanceof Uint8Array) return [options?.binary === false ? 'texte' : 'binaire', utf8.decode(data)];
  return [data === null ? 'null' : typeof data, ''];
};
const results = [];
const made = await settle(() => (typeof creerSalon === 'function' ? creerSalon() : new Salon()));
if (made === null || 'thrown' in made) {
  return [made === null ? { isStuck: true } : { thrown: made.thrown }];
}
const room = made.value;
const missing = ['entrer', 'recevoir', 'sortir'].filter((name) => typeof room?.[name] !== 'function');
if (missing.length > 0) return [{ missing: missing.join(', ') }];
let sent = [];
const clients = [];
const clientAt = (index) => {
  clients[index] ??= {
    readyState: 1,
    CONNECTING: 0,
    OPEN: 1,
    CLOSING: 2,
    CLOSED: 3,
    send(data, options, callback) {
      sent.push(index, ...readable(data, options));
      const done = typeof options === 'function' ? options : callback;
      if (typeof done === 'function') later(() => done());
    },
  };
  return clients[index];
};
for (const [act, who, text] of input.acts) {
  sent = [];
  const client = clientAt(who);
  const outcome = await settle(() => (act === 'recevoir' ? room.recevoir(client, text) : room[act](client)));
  await null;
  const result = { sent };
  results.push(result);
  if (outcome === null) result.isStuck = true;
  else if ('thrown' in outcome) result.thrown = outcome.thrown;
  if (outcome === null || 'thrown' in outcome) break;
}
return results;`;
