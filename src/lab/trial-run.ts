// Runs « Essai libre » before the checks: for real, ungraded, and never for long.
import type { ConsoleLine } from '../evidence/evidence.ts';
import { fr } from '../i18n/fr.ts';
import type { LabEngine, Sandbox } from './lab-kit.ts';
import type { TrialOutcome } from './trial-outcome.ts';

/** Real milliseconds that a trial with timers or a server may last: the checks wait for it. */
const PATIENCE = 3_000;

export type Trial = {
  readonly path: string;
  /** The trial's file and whatever it may import. */
  readonly files: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
};

/** Rejects only when the sandbox cannot start. */
export async function runTrial(
  { path, files, packages }: Trial,
  sandbox: Sandbox,
  engine: LabEngine,
): Promise<TrialOutcome> {
  const lines: ConsoleLine[] = [];
  const { result, stop } = await sandbox.runProgram({
    files,
    modules: [path],
    packages,
    onConsole: (printed) => lines.push(...printed),
  });
  const timer = setTimeout(stop, PATIENCE);
  const ended = await result;
  clearTimeout(timer);
  switch (ended.status) {
    case 'finished':
      return { lines, problem: null };
    case 'not-loaded':
      return { lines, problem: engine.describeFailedLoad(ended.outcome) };
    case 'ended': {
      const isStopped = ended.ending.reason === 'disposed';
      const stopped = { sentence: fr.trial.stopped(PATIENCE / 1000), location: null };
      return { lines, problem: isStopped ? stopped : engine.describeEnding(ended.ending) };
    }
  }
}
