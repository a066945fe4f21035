// One broadcast to clients of the grader's: what is set up, and what each of them was sent.
import {
  type CheckContext,
  describeThrown,
  type Evidence,
  fail,
  propertyOf,
  type Random,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import { BROADCAST } from './broadcast-probe.ts';
import { CALL, sentence } from './messages.ts';

export const MODULE = 'chat/diffusion.js';

export const CONNECTING = 0;
export const OPEN = 1;
export const CLOSING = 2;
export const CLOSED = 3;

export type Client = { readonly state: number; readonly throws: boolean };

export type Broadcast = {
  readonly text: string;
  readonly clients: readonly Client[];
  /** Rank of the one left out; -1: somebody who is not there; -2: an empty third argument; `null`: none. */
  readonly except: number | null;
};

export type Done = {
  readonly returned: Returned;
  /** For each client, what each `send` was given. */
  readonly sends: readonly (readonly Evidence[])[];
};

export const client = (state = OPEN): Client => ({ state, throws: false });
export const open = (count: number): readonly Client[] =>
  Array.from({ length: count }, () => client());

/** The same clients, some of them changed. */
export const changed = (
  clients: readonly Client[],
  changes: Readonly<Record<number, Partial<Client>>>,
): readonly Client[] => clients.map((each, rank) => ({ ...each, ...changes[rank] }));

/** Words without accents: what becomes of the others is the business of C7. */
export const drawText = (random: Random): string =>
  `bonjour ${random.integer(100, 999)}, ici ${random.pick(['Alice', 'Bob', 'Zoe'])}`;

/** Plays it; fails the check when the function throws, or never settles. */
export async function play({ subject }: CheckContext, broadcast: Broadcast): Promise<Done> {
  const sent = sentence(broadcast);
  const evidence = await subject.probe(BROADCAST, { module: MODULE, ...broadcast });
  const outcome = propertyOf(evidence, 'outcome');
  if (outcome.type !== 'object') {
    fail({
      message: CALL.unsettled,
      sent,
      expected: CALL.number,
      actual: CALL.pending,
      hint: CALL.unsettledHint,
    });
  }
  const thrown = propertyOf(outcome, 'thrown');
  if (outcome.entries.some(([key]) => key === 'thrown')) failForThrown(thrown, broadcast, sent);
  const sends = propertyOf(evidence, 'sends');
  return {
    returned: { value: propertyOf(outcome, 'value'), sent },
    sends: broadcast.clients.map((_, rank) => {
      const calls = sends.type === 'array' ? sends.items[rank] : undefined;
      return calls?.type === 'array' ? calls.items : [];
    }),
  };
}

function failForThrown(thrown: Evidence, { clients }: Broadcast, sent: string): never {
  const what = thrown.type === 'error' ? describeThrown(thrown) : showEvidence(thrown);
  const isDead = clients.some(({ throws }) => throws);
  const isEarly = clients.some(({ state }) => state === CONNECTING);
  fail({
    message: isDead ? CALL.stopped : CALL.threw(what),
    sent,
    expected: CALL.number,
    actual: showEvidence(thrown),
    location: thrown.type === 'error' ? thrown.location : null,
    hint: isDead ? CALL.isolate : isEarly ? CALL.testState : CALL.threwHint,
  });
}
