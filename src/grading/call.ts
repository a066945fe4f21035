// Calls into the student's code on behalf of a check, turning what went wrong there into the check's failure.
import type { ThrownEvidence } from '../evidence/evidence.ts';
import { CheckFailure, completeDetail, fail } from './check-failure.ts';
import type { Returned } from './check.ts';
import { moduleOf, type StepDefinition } from './define-step.ts';
import { describeThrown, showThrown } from './engine-messages.ts';
import { CALL, where } from './messages.ts';
import type { Cloneable, Outcome, Subject } from './subject.ts';
import { literal } from './visible-text.ts';

/** One `Outcome` for each argument list, in order. A Subject that gives another number is broken, not the student. */
export async function callOutcomes(
  subject: Subject,
  definition: StepDefinition,
  name: string,
  argumentLists: readonly (readonly Cloneable[])[],
  properties: readonly string[] = [],
): Promise<readonly Outcome[]> {
  const module = moduleOf(definition, name);
  const outcomes = await subject.call(module, name, argumentLists, properties);
  if (outcomes.length !== argumentLists.length) {
    throw new Error(`${argumentLists.length} calls gave ${outcomes.length} outcomes`);
  }
  return outcomes;
}

/** Fails the check unless the call returned. `ownFiles`: those that the step is about. */
export function returnedBy(
  outcome: Outcome,
  name: string,
  argumentList: readonly Cloneable[],
  ownFiles: readonly string[] = [],
): Returned {
  const sent = `${name}(${argumentList.map(literal).join(', ')})`;
  switch (outcome.status) {
    case 'returned':
      return { value: outcome.value, sent };
    case 'thrown': {
      const { thrown } = outcome;
      fail({
        message: CALL.threw(name, describeThrown(thrown)),
        sent,
        expected: CALL.aValue,
        actual: showThrown(thrown),
        where: where(thrown.location),
        location: thrown.location,
        hint: threwHint(thrown, argumentList.length === 0, ownFiles),
        ...(isSlip(thrown.name) ? { isNamed: true } : {}),
      });
    }
    // eslint-disable-next-line no-fallthrough -- fail() never returns
    case 'unsettled': {
      const detail = completeDetail({
        message: CALL.unsettled(name),
        sent,
        expected: CALL.settledPromise,
        actual: CALL.pending,
        hint: CALL.unsettledHint,
      });
      throw new CheckFailure('timeout', detail);
    }
  }
}

function threwHint(
  { location }: ThrownEvidence,
  isWithoutArgument: boolean,
  ownFiles: readonly string[],
): string {
  if (location === null) return CALL.threwSomewhereHint;
  if (ownFiles.length > 0 && !ownFiles.includes(location.file)) {
    return CALL.threwElsewhereHint(location.file);
  }
  return isWithoutArgument ? CALL.threwWithoutArgumentHint : CALL.threwHint;
}

/** A name that is not there, a value of another type: the engine has said it all, and no misconception about WebSocket explains it. */
function isSlip(name: string): boolean {
  return name === 'ReferenceError' || name === 'TypeError';
}
