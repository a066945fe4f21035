// Waits for what the student's code will do, in turns of its event loop and in virtual time: never by sleeping.
import type { Clock } from '../subject.ts';

/** Virtual milliseconds given to an answer: « dans la seconde ». */
export const ANSWER_TIME = 1_000;

/**
 * Round trips to the realm, each of a few turns of its event loop: enough for what has arrived and for a promise;
 * then, once time has passed, for what another thread computes. Counted, so that a slow machine has as many.
 */
const PROMPT_ROUNDS = 12;
const LATE_ROUNDS = 60;
const SLICE = 50;

export type Wait = {
  /** Virtual milliseconds. Default `ANSWER_TIME`. */
  readonly within?: number;
  /** Grows while something still comes: the rounds are then counted anew. */
  readonly progress?: () => number;
};

/** Says whether `isDone` came true. It is asked after each round; time moves only when nothing comes without it. */
export async function waitUntil(
  clock: Clock,
  isDone: () => boolean,
  { within = ANSWER_TIME, progress = () => 0 }: Wait = {},
): Promise<boolean> {
  if (await settleUntil(clock, isDone, PROMPT_ROUNDS, progress)) return true;
  for (let passed = 0; passed < within; passed += SLICE) {
    await clock.advance(Math.min(SLICE, within - passed));
    if (isDone()) return true;
  }
  return settleUntil(clock, isDone, LATE_ROUNDS, progress);
}

async function settleUntil(
  clock: Clock,
  isDone: () => boolean,
  rounds: number,
  progress: () => number,
): Promise<boolean> {
  let last = progress();
  for (let round = 0; round < rounds; round += 1) {
    if (isDone()) return true;
    await clock.settle();
    const now = progress();
    if (now !== last) round = 0;
    last = now;
  }
  return isDone();
}
