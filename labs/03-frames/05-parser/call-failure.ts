// The verdict on a call of `pousser` that gave no list of frames: what it threw or gave instead, in words.
import {
  describeThrown,
  type Evidence,
  fail,
  kindOf,
  propertyOf,
  showEvidence,
} from '../../../src/grading/index.ts';
import type { FailedCall } from './feed.ts';
import { STREAM } from './messages.ts';

type Detail = {
  readonly where: string;
  readonly hint: string;
  readonly expected?: string;
  readonly actual?: string;
};

export function failFor(message: string, sent: string, detail: Detail): never {
  fail({ message, sent, expected: STREAM.aList, actual: STREAM.nothing, ...detail });
}

/** What went wrong in a call that gave no list of frames. */
export function failForCall(call: FailedCall, sent: string, where: string, isWhole = false): never {
  if (call.status === 'unsettled') {
    return failFor(STREAM.unsettled, sent, { where, hint: STREAM.unsettledHint });
  }
  const { value } = call;
  if (call.status === 'thrown' && isStackFull(value)) {
    return failForFullStack(value, { sent, where });
  }
  switch (call.status) {
    case 'notIterable':
      return failFor(STREAM.notIterable(kindOf(value)), sent, {
        where,
        actual: showEvidence(value),
        hint: STREAM.notIterableHint,
      });
    case 'notAnAnalyser':
      return failFor(STREAM.notAnAnalyser(kindOf(value)), sent, {
        where,
        expected: STREAM.anAnalyser,
        actual: showEvidence(value),
        hint: STREAM.notAnAnalyserHint,
      });
    case 'notMade':
    case 'thrown': {
      const isMade = call.status === 'thrown';
      const said = saidBy(value);
      const threwHint = isWhole ? STREAM.threwOnWholeHint : STREAM.threwHint;
      const isUnsettled = !isMade && value.type === 'null';
      fail({
        message: isUnsettled
          ? STREAM.notMadeUnsettled
          : isMade
            ? STREAM.threw(said)
            : STREAM.notMade(said),
        sent,
        expected: isMade ? STREAM.noException : STREAM.anAnalyser,
        actual: showEvidence(value),
        where,
        location: value.type === 'error' ? value.location : null,
        hint: isUnsettled ? STREAM.unsettledHint : isMade ? threwHint : STREAM.notMadeHint,
      });
    }
  }
}

/** Too many arguments, or too deep, as V8 says it, then SpiderMonkey. */
const isStackFull = (thrown: Evidence): boolean =>
  thrown.type === 'error' && /call stack|too much recursion|too many/i.test(thrown.message);

function failForFullStack(
  thrown: Evidence,
  { sent, where }: { readonly sent: string; readonly where: string },
): never {
  fail({
    message: STREAM.spread,
    sent,
    expected: STREAM.noException,
    actual: showEvidence(thrown),
    where,
    location: thrown.type === 'error' ? thrown.location : null,
    hint: STREAM.spreadHint,
  });
}

/** What was thrown, in words: an error, or any value with a `code`. */
export function saidBy(thrown: Evidence): string {
  return thrown.type === 'error' ? describeThrown(thrown) : showEvidence(thrown);
}

/** The `code` of what was thrown; `undefined` evidence when there is none. */
export function codeOf(thrown: Evidence): Evidence {
  if (thrown.type !== 'error') return propertyOf(thrown, 'code');
  const { code } = thrown;
  if (typeof code === 'number') return { type: 'number', value: code };
  return code === undefined
    ? { type: 'undefined' }
    : { type: 'string', value: code, length: code.length };
}
