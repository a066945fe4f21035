// The verdict of a check during which the student's program ended: a verdict, never a pass.
import type { ThrownEvidence } from '../evidence/evidence.ts';
import { completeDetail } from './check-failure.ts';
import { describeThrown } from './engine-messages.ts';
import { CALL, ENDING, where } from './messages.ts';
import type { Ending } from './subject.ts';
import type { FailureDetail } from './verdict.ts';

export type Interruption = { readonly status: 'error' | 'timeout'; readonly detail: FailureDetail };

/** `ownFiles`: those that the step is about; a crash in another one was caused by what it was given. */
export function endingVerdict(ending: Ending, ownFiles: readonly string[] = []): Interruption {
  switch (ending.reason) {
    case 'deadline':
      return {
        status: 'timeout',
        detail: completeDetail({
          message: ENDING.deadline(ending.milliseconds),
          hint: ENDING.deadlineHint,
          location: ending.location ?? null,
          where: where(ending.location ?? null),
        }),
      };
    case 'crashed': {
      const { location } = ending.thrown;
      const hint = crashHint(ending.thrown, ownFiles);
      return error(ENDING.crashed(describeThrown(ending.thrown)), hint, location);
    }
    case 'exited':
      return error(ENDING.exited(ending.code), ENDING.exitedHint, ending.location);
    case 'memory':
      return error(ENDING.memory, ENDING.memoryHint);
    case 'flood':
      return error(ENDING.flood, ENDING.floodHint);
    case 'left':
      return error(ENDING.left, ENDING.leftHint);
    case 'disposed':
      return error(ENDING.disposed, null);
  }
}

function crashHint({ message, location }: ThrownEvidence, ownFiles: readonly string[]): string {
  // Node's own words: « Received an instance of Promise ».
  if (/\ban instance of Promise\b/.test(message)) return ENDING.notAwaitedHint;
  if (location === null || ownFiles.length === 0 || ownFiles.includes(location.file)) {
    return ENDING.crashedHint;
  }
  return CALL.threwElsewhereHint(location.file);
}

/** The program lives, but what the check waits for never came. */
export function silenceVerdict(milliseconds: number): Interruption {
  const detail = { message: ENDING.silent(milliseconds), hint: ENDING.silentHint };
  return { status: 'timeout', detail: completeDetail(detail) };
}

function error(
  message: string,
  hint: string | null,
  location: FailureDetail['location'] = null,
): Interruption {
  const detail = completeDetail({ message, hint, location, where: where(location) });
  return { status: 'error', detail };
}
