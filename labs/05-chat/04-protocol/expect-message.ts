// Judges what the student's function makes of each message; a failure says what an attacker would have gained.
import {
  type CheckContext,
  describeThrown,
  type Evidence,
  fail,
  kindOf,
  type Outcome,
  propertyOf,
  showEvidence,
} from '../../../src/grading/index.ts';
import type { Case, Message } from './cases.ts';
import { GAIN, type Gain, MESSAGE, RESULT, sentence } from './messages.ts';

export const MODULE = 'chat/protocole.js';
export const FUNCTION = 'analyser';

export type Judging = {
  readonly gain: keyof typeof GAIN;
  /** The message holds nothing but what is wanted. */
  readonly isWhole?: true;
  /** Whatever comes back will do, as long as it is a result. */
  readonly isSurvival?: true;
};

export async function expectMessages(
  { outcomes }: CheckContext,
  cases: readonly Case[],
  judging: Judging,
): Promise<void> {
  const found = await outcomes(
    FUNCTION,
    cases.map(({ text }) => [text]),
  );
  for (const [index, each] of cases.entries()) {
    const outcome = found[index];
    if (outcome !== undefined) judge(each, outcome, judging);
  }
}

function judge(each: Case, outcome: Outcome, { gain: name, isWhole, isSurvival }: Judging): void {
  const gain: Gain = GAIN[name];
  const sent = sentence(each.text);
  const expected = isSurvival
    ? RESULT.any
    : each.message === null
      ? RESULT.refusal
      : `${RESULT.accepted(each.message)}${each.either ? RESULT.orRefusal : ''}`;
  if (outcome.status === 'thrown') {
    const { thrown } = outcome;
    fail({
      message: `${RESULT.threw(describeThrown(thrown))} ${gain.thrown}`,
      sent,
      expected,
      actual: showEvidence({ type: 'error', ...thrown }),
      location: thrown.location,
      hint: gain.hint,
    });
  }
  if (outcome.status === 'unsettled' || outcome.wasPromise) {
    fail({
      message: RESULT.promise,
      sent,
      expected,
      actual: RESULT.aPromise,
      hint: RESULT.promiseHint,
    });
  }
  const { value } = outcome;
  const scene = { each, value, sent, expected, gain };
  const ok = readOk(scene);
  if (isSurvival === true) return;
  if (!ok) {
    expectRefusal(scene);
    return;
  }
  if (each.message === null) {
    fail({
      message: `${MESSAGE.accepted} ${gain.accepted}`,
      sent,
      expected,
      actual: showEvidence(value),
      ...hintFor(each, gain.hint),
    });
  }
  expectSame(scene, each.message);
  if (isWhole === true) expectNothingMore(scene, each.message);
}

/** A count taken before the blanks are gone is known by what it judges otherwise. */
const hintFor = ({ isPadded }: Case, hint: string): { hint: string; isNamed?: true } =>
  isPadded === true ? { hint: MESSAGE.countedHint, isNamed: true } : { hint };

type Scene = {
  readonly each: Case;
  readonly value: Evidence;
  readonly sent: string;
  readonly expected: string;
  readonly gain: Gain;
};

function readOk({ value, sent, expected }: Scene): boolean {
  const ok = propertyOf(value, 'ok');
  if (ok.type === 'boolean') return ok.value;
  if (ok.type === 'number' && (ok.value === 0 || ok.value === 1)) return ok.value === 1;
  fail({
    message: value.type === 'object' ? RESULT.noOk : RESULT.notAResult(kindOf(value)),
    sent,
    expected,
    actual: showEvidence(value),
    hint: RESULT.shapeHint,
  });
}

function expectRefusal({ each, value, sent, expected, gain }: Scene): void {
  if (each.message !== null && each.either !== true) {
    fail({
      message: `${MESSAGE.refused} ${gain.refused ?? ''}`.trim(),
      sent,
      expected,
      actual: showEvidence(value),
      ...hintFor(each, gain.refusedHint ?? gain.hint),
    });
  }
  const error = propertyOf(value, 'erreur');
  if (error.type === 'string' && error.length > 0) return;
  fail({
    message: RESULT.noError,
    sent,
    expected: RESULT.refusal,
    actual: showEvidence(value),
    hint: RESULT.noErrorHint,
  });
}

function expectSame({ value, sent, expected, gain }: Scene, wanted: Message): void {
  const message = propertyOf(value, 'message');
  if (message.type !== 'object') {
    fail({
      message: RESULT.noMessage(kindOf(message)),
      sent,
      expected,
      actual: showEvidence(value),
      hint: RESULT.shapeHint,
    });
  }
  for (const [name, text] of Object.entries(wanted)) {
    const actual = propertyOf(message, name);
    if (actual.type === 'string' && actual.value === text) continue;
    const isBlank = actual.type === 'string' && actual.value.trim() === text;
    fail({
      message: isBlank ? MESSAGE.notTrimmed(name) : MESSAGE.otherValue(name),
      sent,
      expected,
      actual: showEvidence(value),
      where: MESSAGE.property(name),
      hint: isBlank ? MESSAGE.trimHint : (gain.refusedHint ?? MESSAGE.valueHint),
    });
  }
}

function expectNothingMore({ value, sent, expected, gain }: Scene, wanted: Message): void {
  const message = propertyOf(value, 'message');
  if (message.type !== 'object') return;
  const own = message.entries.map(([key]) => key);
  const inherited = (message.inherited ?? []).map(([key]) => key);
  const extra = [...own, ...inherited].find((key) => !Object.hasOwn(wanted, key));
  if (extra === undefined) return;
  fail({
    message: `${own.includes(extra) ? MESSAGE.extra(extra) : MESSAGE.inherited(extra)} ${gain.accepted}`,
    sent,
    expected,
    actual: MESSAGE.keys([...own, ...inherited]),
    where: MESSAGE.property(extra),
    hint: gain.hint,
  });
}

/** Looks whether any object of the realm now has it; takes it away again. */
const POLLUTION = `
const found = ({}).admin;
delete Object.prototype.admin;
return found === undefined ? null : found;`;

export async function expectNoPollution({ subject }: CheckContext, text: string): Promise<void> {
  const found = await subject.probe(POLLUTION, null);
  if (found.type === 'null') return;
  fail({
    message: MESSAGE.polluted,
    sent: sentence(text),
    expected: MESSAGE.clean,
    actual: `({}).admin : ${showEvidence(found)}`,
    hint: GAIN.prototype.hint,
  });
}
