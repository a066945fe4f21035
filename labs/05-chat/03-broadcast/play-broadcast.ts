// Plays one broadcast beside the student's code, and tells what each client was sent.
import {
  type CheckContext,
  describeThrown,
  type Evidence,
  fail,
  propertyOf,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import { BROADCAST, DEAD_SEND } from './broadcast-probe.ts';
import { type Broadcast, CONNECTING, MODULE } from './broadcasts.ts';
import { CALL, sentence } from './messages.ts';

export type Done = {
  readonly returned: Returned;
  /** For each client, what each `send` was given. */
  readonly sends: readonly (readonly Evidence[])[];
};

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

function failForThrown(thrown: Evidence, { clients, except }: Broadcast, sent: string): never {
  const isError = thrown.type === 'error';
  const what = isError ? describeThrown(thrown) : showEvidence(thrown);
  const isDead = isError && thrown.message === DEAD_SEND;
  // Read off an argument that is not there.
  const isMissing =
    except === null &&
    isError &&
    /of undefined|of 'undefined'|undefined as it is/.test(thrown.message);
  const isEarly = clients.some(({ state }) => state === CONNECTING);
  fail({
    message: isDead ? CALL.stopped : CALL.threw(what),
    sent,
    expected: CALL.number,
    actual: showEvidence(thrown),
    location: isError ? thrown.location : null,
    hint: isMissing
      ? CALL.noOptions
      : isDead
        ? CALL.isolate
        : isEarly
          ? CALL.testState
          : CALL.threwHint,
    ...(isMissing ? { isNamed: true } : {}),
  });
}
