// Calls one function once per argument list, and pictures everything only when the last call is over.
import type { EvidenceEncoder } from '../evidence/encode.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { append, apply } from '../evidence/primordials.ts';
import { freshList } from './fresh-copy.ts';
import type { Cloneable, Outcome } from './outcome.ts';
import { observe, settled, type Settlement, type Waiting } from './settlement.ts';

export type Batch = {
  readonly callable: CallableFunction;
  readonly argumentLists: readonly (readonly Cloneable[])[];
  readonly names: readonly string[];
  readonly encoder: EvidenceEncoder;
  readonly waiting: Waiting;
};

/** Real milliseconds of calls after which the event loop gets a turn, so that the host hears from the realm. */
const LONGEST_RUN = 50;

type Called = { readonly args: unknown[]; readonly settlement: Settlement };

/** Results are kept as they are until the end, so that memory shared between two calls shows in the pictures. */
export async function callBatch(batch: Batch): Promise<Outcome[]> {
  const { waiting } = batch;
  const calls: Called[] = [];
  let lastTurn = waiting.realNow();
  for (let index = 0; index < batch.argumentLists.length; index += 1) {
    const args = freshList(batch.argumentLists[index] ?? []);
    const settlement = await settled(call(batch.callable, args), waiting);
    append(calls, { args, settlement });
    if (waiting.realNow() - lastTurn > LONGEST_RUN) {
      await waiting.turn();
      lastTurn = waiting.realNow();
    }
  }
  const outcomes: Outcome[] = [];
  for (let index = 0; index < calls.length; index += 1) {
    const called = calls[index];
    if (called !== undefined) append(outcomes, picture(called, batch));
  }
  return outcomes;
}

function call(callable: CallableFunction, args: readonly unknown[]): ReturnType<typeof observe> {
  try {
    return observe(apply(callable, undefined, args));
  } catch (reason) {
    return { current: { status: 'rejected', reason } };
  }
}

function picture(called: Called, batch: Batch): Outcome {
  const { args, settlement } = called;
  const argumentsAfter: Evidence[] = [];
  for (let index = 0; index < args.length; index += 1) {
    append(argumentsAfter, batch.encoder.encode(args[index]));
  }
  switch (settlement.status) {
    case 'fulfilled':
      return {
        status: 'returned',
        value: batch.encoder.encode(settlement.value, batch.names),
        wasPromise: settlement.wasPromise,
        argumentsAfter,
      };
    case 'rejected':
      return { status: 'thrown', thrown: batch.encoder.thrown(settlement.reason), argumentsAfter };
    case 'unsettled':
      return { status: 'unsettled', argumentsAfter };
  }
}
