// What the page knows of the last run: one state at a time, watched by every part that shows it.
import { atom } from 'nanostores';
import type { ConsoleLine } from '../evidence/evidence.ts';
import type { Report } from '../grading/index.ts';
import type { TrialOutcome } from './trial-outcome.ts';

/**
 * ```text
 *   fresh ──run──► running ──► graded ──run──► running …
 *                     └──────► unavailable (not the student's fault)
 * ```
 */
export type RunState =
  | { readonly status: 'fresh' }
  | { readonly status: 'running' }
  | {
      readonly status: 'graded';
      readonly report: Report;
      /** `codeFingerprint()` of what was judged. */
      readonly code: string;
      /** What the student's code printed while it was checked. */
      readonly console: readonly ConsoleLine[];
      /** The free trial, which ran before; `null` when its file is empty. */
      readonly trial: TrialOutcome | null;
      /** From the press to the verdict. */
      readonly milliseconds: number;
    }
  | { readonly status: 'unavailable'; readonly cause: UnavailableCause };

/**
 * `offline`: the server does not answer, and something had not come yet; `newer-site`: it answers, but the site was
 * rebuilt and what this page asks for is gone; `sandbox`: the browser did not start it.
 */
export type UnavailableCause = 'offline' | 'newer-site' | 'sandbox';

export const createRunState = () => atom<RunState>({ status: 'fresh' });

export type RunStore = ReturnType<typeof createRunState>;

/** « 3 sur 9 » of a report. */
export function countPassed(report: Report): { readonly passed: number; readonly total: number } {
  const passed = report.tests.filter((test) => test.status === 'pass').length;
  return { passed, total: report.tests.length };
}
