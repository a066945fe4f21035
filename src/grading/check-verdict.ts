// One check's verdict, from how its run went.
import type { Check } from './check.ts';
import { CheckFailure, completeDetail } from './check-failure.ts';
import type { Interruption } from './ending-verdict.ts';
import { RUNNER } from './messages.ts';
import type { Verdict } from './verdict.ts';

type CheckHead = Pick<Check, 'id' | 'title' | 'rfc'>;

export function passed(check: Check): Verdict {
  return { ...headOf(check), status: 'pass' };
}

export function interrupted(check: Check, { status, detail }: Interruption): Verdict {
  return { ...headOf(check), status, ...detail };
}

export function skipped(check: Check, message: string): Verdict {
  return { ...headOf(check), status: 'skipped', message };
}

/** Anything but a `CheckFailure` is a mistake of the check's author, and must not look like the student's. */
export function failed(check: CheckHead, error: unknown): Verdict {
  if (error instanceof CheckFailure) {
    return { ...headOf(check), status: error.status, ...error.detail };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const detail = { message: RUNNER.brokenCheck(reason), hint: RUNNER.brokenCheckHint };
  return { ...headOf(check), status: 'error', ...completeDetail(detail) };
}

function headOf({ id, title, rfc }: CheckHead) {
  return { id, name: title, rfc };
}
