// Runs a probe: code of the grader that drives what cannot cross a channel, and gathers evidence without judging it.
import type { EvidenceEncoder } from '../evidence/encode.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { apply, get } from '../evidence/primordials.ts';
import { freshCopy } from './fresh-copy.ts';
import type { Cloneable } from './outcome.ts';
import { observe, settled, type Waiting } from './settlement.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type ProbeRun = {
  /** The module whose default export is the probe's function. */
  readonly namespace: object;
  readonly modules: Readonly<Record<string, object>>;
  readonly input: Cloneable;
  readonly clock: VirtualClock;
  /** What this kind of realm lends to probes besides. */
  readonly tools: object | undefined;
  readonly encoder: EvidenceEncoder;
  readonly waiting: Waiting;
};

/** What a probe may do with time: the methods of the grader's own clock, and to count the timers that wait. */
type ProbeClock = {
  now(): number;
  timers(): { readonly waiting: number; readonly referenced: number };
  advance(milliseconds: number): Promise<void>;
  settle(): Promise<void>;
};

/** What it threw becomes `error` evidence; a promise that never settled, `unreadable`. */
export async function runProbe(run: ProbeRun): Promise<Evidence> {
  const probe = get(run.namespace, 'default') as CallableFunction;
  const clock: ProbeClock = {
    now: () => run.clock.now(),
    timers: () => run.clock.timers(),
    advance: (milliseconds) => run.clock.advance(milliseconds),
    settle: () => run.clock.settle(),
  };
  const started = observe(
    apply(probe, undefined, [run.modules, freshCopy(run.input), clock, run.tools]),
  );
  const settlement = await settled(started, run.waiting);
  switch (settlement.status) {
    case 'fulfilled':
      return run.encoder.encode(settlement.value);
    case 'rejected':
      return { type: 'error', ...run.encoder.thrown(settlement.reason) };
    case 'unsettled':
      return { type: 'unreadable', reason: 'unsettled' };
  }
}
