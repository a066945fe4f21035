// Ticks by which a child's silence is counted: those in which it waited for a processor are not its own.
import { readFileSync } from 'node:fs';
import { ownTicks, type Ticks } from '../../grading/ticks.ts';

/** What the system says of the thread that runs the student's code. */
export type ThreadTime = {
  /** It has something to do; whether it may is another matter. */
  readonly isRunnable: boolean;
  /** Milliseconds of a processor that it has had so far. */
  readonly used: number;
};

/** The part of a tick that a runnable thread must have had for it to count: others may use the processor too. */
const SHARE = 1 / 2;

/** Linux counts in hundredths of a second, whatever the processor. */
const CLOCK_TICK = 10;

/**
 * A tick counts when the thread had half of it, since the last one that counted, or when it wants no processor: then
 * it waits for something else. `look` gives `null` where the system does not tell: every tick counts.
 */
export function childTicks(look: () => ThreadTime | null): Ticks {
  return (milliseconds, callback) => {
    let usedBefore = look()?.used ?? 0;
    return ownTicks(milliseconds, () => {
      const now = look();
      if (now?.isRunnable === true && now.used - usedBefore < SHARE * milliseconds) return;
      usedBefore = now?.used ?? usedBefore;
      callback();
    });
  };
}

/** The main thread of a process, from `/proc`. */
export function mainThreadOf(pid: number): () => ThreadTime | null {
  return () => {
    try {
      return readThreadStat(readFileSync(`/proc/${pid}/task/${pid}/stat`, 'latin1'));
    } catch {
      return null;
    }
  };
}

/** proc(5): `pid (name) state …`; the name may hold anything, the times are the 12th and 13th fields after it. */
export function readThreadStat(text: string): ThreadTime | null {
  const [state, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const used = (Number(fields[10]) + Number(fields[11])) * CLOCK_TICK;
  return Number.isNaN(used) ? null : { isRunnable: state === 'R', used };
}
