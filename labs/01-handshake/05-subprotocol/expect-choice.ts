// Judges the choice that came back: one name, the right one, or null.
import {
  type CheckContext,
  chooseSubprotocol,
  type Cloneable,
  expectText,
  fail,
  kindOf,
  type Mistake,
  namedBy,
  readText,
  type Returned,
  showEvidence,
  visibleText,
} from '../../../src/grading/index.ts';
import { CHANGED, CHOSEN, NOTHING } from './messages.ts';
import { namesIn, type Offer } from './offers.ts';

export const FUNCTION = 'choisirSousProtocole';

type Judge = (returned: Returned, offer: Offer) => void;

/** One batch, one realm: what is kept from one call to the next shows. */
export async function judgeChoices(
  { calls }: CheckContext,
  offers: readonly Offer[],
  judge: Judge,
): Promise<void> {
  const all = await calls(FUNCTION, offers.map(argumentsFor));
  for (const [index, returned] of all.entries()) {
    const offer = offers[index];
    if (offer !== undefined) judge(returned, offer);
  }
}

function argumentsFor({ offered, accepted }: Offer): readonly Cloneable[] {
  return [offered, accepted];
}

/** The first offered that is accepted, or null. */
export function expectChoice(hint: string): Judge {
  return (returned, offer) => {
    const expected = chooseSubprotocol(namesIn(offer.offered), offer.accepted);
    if (expected === null) expectNull(returned, offer, hint);
    else {
      expectString(returned, expected, offer);
      expectText(returned, {
        expected,
        recognise: (actual) => recognise(actual, offer),
        hint,
      });
    }
  };
}

/** Any name that both sides know: which of them comes first is another check's business. */
export function expectOneInCommon(returned: Returned, offer: Offer): void {
  const common = namesIn(offer.offered).filter((name) => offer.accepted.includes(name));
  expectString(returned, CHOSEN.oneOf(common), offer);
  const actual = readText(returned);
  if (common.includes(actual)) return;
  const mistake = recognise(actual, offer);
  fail({
    message: mistake?.message ?? CHOSEN.notInCommon(visibleText(actual)),
    sent: returned.sent,
    expected: CHOSEN.oneOf(common),
    actual: showEvidence(returned.value),
    hint: mistake?.hint ?? CHOSEN.notInCommonHint,
    ...namedBy(mistake),
  });
}

function expectNull({ value, sent }: Returned, offer: Offer, hint: string): void {
  if (value.type === 'null') return;
  const text = value.type === 'string' ? value.value : null;
  const mistake = text === null || text === '' ? null : recogniseUnwanted(text, offer);
  const isNothing =
    value.type === 'undefined' || text === '' || (value.type === 'boolean' && !value.value);
  fail({
    message: isNothing
      ? NOTHING.otherNothing(showEvidence(value))
      : (mistake?.message ?? NOTHING.something(kindOf(value))),
    sent,
    expected: 'null',
    actual: showEvidence(value),
    hint: isNothing ? NOTHING.otherNothingHint : (mistake?.hint ?? hint),
    ...namedBy(isNothing ? null : mistake),
  });
}

/** Null, a list or a match instead of a name: said here, in this step's words. */
function expectString({ value, sent }: Returned, expected: string, offer: Offer): void {
  if (value.type === 'string') return;
  const isNothing = value.type === 'null' || value.type === 'undefined';
  const isLost = isNothing && isFoundByAll(offer);
  fail({
    message: isNothing
      ? CHOSEN.nothing(showEvidence(value))
      : value.type === 'array' || value.type === 'set'
        ? CHOSEN.list
        : CHOSEN.notAName(kindOf(value)),
    sent,
    expected,
    actual: showEvidence(value),
    hint: isNothing ? nothingHint(offer) : CHOSEN.listHint,
    ...(isLost ? { isNamed: true } : {}),
  });
}

function nothingHint(offer: Offer): string {
  if (isFoundByAll(offer)) return CHOSEN.nothingFound;
  return isUsualList(offer) ? CHOSEN.nothingFollow : CHOSEN.nothingHint;
}

/** Written as everybody writes it: no way of cutting loses a name of it. */
function isUsualList({ offered }: Offer): boolean {
  return offered?.split(', ').every((name) => !/[\s,]/.test(name)) ?? false;
}

/** Whichever name a program looks at, it is accepted: what it found was lost on its way out. */
function isFoundByAll(offer: Offer): boolean {
  return (
    isUsualList(offer) && namesIn(offer.offered).every((name) => offer.accepted.includes(name))
  );
}

function recognise(actual: string, { offered, accepted }: Offer): Mistake | null {
  const names = namesIn(offered);
  const common = names.filter((name) => accepted.includes(name));
  if (actual === '') return CHOSEN.empty;
  if (actual.trim() !== actual && names.includes(actual.trim())) return CHOSEN.spaces;
  if (actual === offered) return CHOSEN.wholeOffer;
  if ([names, common, accepted].some((list) => list.length > 1 && list.join('') === actual)) {
    return CHOSEN.glued;
  }
  if (actual.includes(',')) return CHOSEN.severalNames;
  if (common.includes(actual)) {
    return actual === accepted.find((name) => names.includes(name))
      ? CHOSEN.serverOrder
      : CHOSEN.notTheFirst;
  }
  if (names.includes(actual)) return CHOSEN.offeredOnly;
  return accepted.includes(actual) ? CHOSEN.acceptedOnly : null;
}

/** A name came where none is common. */
function recogniseUnwanted(actual: string, { offered, accepted }: Offer): Mistake {
  const names = namesIn(offered);
  const lower = actual.toLowerCase();
  const alike = [...names, ...accepted].filter((name) => name.toLowerCase() === lower);
  if (alike.length > 1) return CHOSEN.letterCase;
  const touching = accepted.some((mine) =>
    names.some((theirs) => theirs.includes(mine) || mine.includes(theirs)),
  );
  if (touching) return CHOSEN.part;
  if (actual === offered && names.length > 1) return CHOSEN.wholeOffer;
  return names.includes(actual) ? CHOSEN.offeredOnly : CHOSEN.acceptedOnly;
}

/** The list that was passed in must come out of the call as it went in. */
export async function expectListsUnchanged(
  { outcomes }: CheckContext,
  offers: readonly Offer[],
): Promise<void> {
  const all = await outcomes(FUNCTION, offers.map(argumentsFor));
  for (const [index, { argumentsAfter }] of all.entries()) {
    const accepted = offers[index]?.accepted ?? [];
    const after = argumentsAfter[1];
    if (after === undefined) continue;
    const items = after.type === 'array' ? after.items : [];
    const isSame =
      items.length === accepted.length &&
      items.every((item, place) => item.type === 'string' && item.value === accepted[place]);
    if (isSame) continue;
    const before = accepted.map((name) => `'${name}'`).join(', ');
    fail({
      message: CHANGED.message,
      sent: CHANGED.sent(FUNCTION, offers[index]?.offered, before),
      expected: `[${before}]`,
      actual: showEvidence(after),
      where: CHANGED.where,
      hint: CHANGED.hint,
    });
  }
}
