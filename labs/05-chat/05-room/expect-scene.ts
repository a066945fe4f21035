// Plays scenes in the student's room and compares what each client received with what the contract says.
import {
  type CheckContext,
  describeThrown,
  type Evidence,
  fail,
  propertyOf,
  type Subject,
} from '../../../src/grading/index.ts';
import { CALL, clientName, OTHER, SCENE, shownAct, shownTold } from './messages.ts';
import { type Act, RoomModel, type Told } from './room-model.ts';
import { PLAY } from './room-probe.ts';

export const MODULE = 'chat/salon.js';

export type Scene = {
  readonly acts: readonly Act[];
  /** Places of the acts that this check is about; left out: all. Others are judged by other checks. */
  readonly watched?: readonly number[];
  /** Clients that it is about; left out: all. */
  readonly clients?: readonly number[];
};

type Sent = { readonly who: number; readonly kind: string; readonly text: string };

/** Clients that may appear in a scene: anything else in the evidence is not from a double. */
const MAX_CLIENTS = 16;

export async function expectScenes(
  { subject }: Pick<CheckContext, 'subject'>,
  scenes: readonly Scene[],
  hint: string,
): Promise<void> {
  for (const scene of scenes) expectScene(scene, await play(subject, scene.acts), hint);
}

/** One scene for each probe: a room that awaits something at each act has time for thirty acts, not for a thousand. */
async function play(subject: Subject, acts: readonly Act[]): Promise<readonly Evidence[]> {
  const evidence = await subject.probe(PLAY, {
    module: MODULE,
    acts: acts.map((act) => [act.act, act.who, act.act === 'recevoir' ? act.text : '']),
  });
  if (evidence.type === 'array') return evidence.items;
  if (evidence.type !== 'error') {
    fail({
      message: CALL.slow,
      sent: transcript(acts),
      expected: CALL.answered,
      actual: CALL.pending,
      hint: CALL.slowHint,
    });
  }
  const what = describeThrown(evidence);
  fail({ message: CALL.broken(what), expected: CALL.expected, actual: CALL.exception(what) });
}

function expectScene(
  { acts, watched, clients }: Scene,
  results: readonly Evidence[],
  hint: string,
): void {
  const model = new RoomModel();
  for (const [place, act] of acts.entries()) {
    const sent = transcript(acts.slice(0, place + 1));
    const result = results[place];
    if (result === undefined) {
      fail({ message: CALL.broken(''), sent, expected: CALL.expected, actual: CALL.nothing });
    }
    expectCalled(result, act, sent);
    const before = new Map(model.joined);
    const expected = model.play(act);
    if (watched !== undefined && !watched.includes(place)) continue;
    const seen = { act, sent, before, hint, clients };
    expectTold(expected, sentIn(result), seen);
  }
}

/** Neither an exception, nor a promise that never settles, nor a room without its three methods. */
function expectCalled(result: Evidence, act: Act, sent: string): void {
  const missing = propertyOf(result, 'missing');
  if (missing.type === 'string') {
    fail({
      message: CALL.missing(missing.value),
      sent: CALL.creation,
      expected: CALL.room,
      actual: CALL.without(missing.value),
      hint: CALL.missingHint,
    });
  }
  const thrown = propertyOf(result, 'thrown');
  const isStuck = propertyOf(result, 'isStuck').type === 'boolean';
  if (thrown.type === 'undefined' && !isStuck) return;
  const what = thrown.type === 'error' ? describeThrown(thrown) : '';
  fail({
    message: isStuck ? CALL.stuck(act.act) : CALL.threw(act.act, what),
    sent,
    expected: CALL.expected,
    actual: isStuck ? CALL.pending : CALL.exception(what),
    location: thrown.type === 'error' ? thrown.location : null,
    hint: isStuck ? CALL.stuckHint : CALL.threwHint,
  });
}

type Seen = {
  readonly act: Act;
  readonly sent: string;
  /** Who had joined before the act. */
  readonly before: ReadonlyMap<number, string>;
  readonly hint: string;
  readonly clients: readonly number[] | undefined;
};

function expectTold(
  expected: ReadonlyMap<number, Told>,
  messages: readonly Sent[],
  { act, sent, before, hint, clients }: Seen,
): void {
  const everyone = new Set([...expected.keys(), ...messages.map(({ who }) => who)]);
  const isHeard = messages.length > 0;
  // Whoever acted first: what goes wrong for them explains the rest.
  const order = [act.who, ...[...everyone].filter((who) => who !== act.who).sort()];
  for (const who of order) {
    if (clients !== undefined && !clients.includes(who)) continue;
    const want = expected.get(who);
    const got = messages.filter((message) => message.who === who);
    const [only] = got;
    const isRight = want === undefined ? got.length === 0 : got.length === 1 && isSame(only, want);
    if (isRight) continue;
    fail({
      message: SCENE.wrong({ act, who, want, got: got.map(readTold), before, isHeard }),
      sent,
      expected: `${clientName(who)} : ${want === undefined ? SCENE.nothing : shownTold(want)}`,
      actual: `${clientName(who)} : ${got.map(shownSent).join(' ; ') || SCENE.nothing}`,
      where: SCENE.where(shownAct(act)),
      hint: hintFor(got, want) ?? hint,
    });
  }
}

/** A message that cannot be read at all is explained before anything else. */
function hintFor(got: readonly Sent[], want: Told | undefined): string | null {
  const [first] = got;
  if (first === undefined) return null;
  if (first.kind === 'binaire') return OTHER.binaryHint;
  if (first.kind !== 'texte') return OTHER.objectHint;
  if (readTold(first) === null) return OTHER.jsonHint;
  return got.length > 1 && want !== undefined ? OTHER.twiceHint : null;
}

function isSame(sent: Sent | undefined, want: Told): boolean {
  const told = sent === undefined ? null : readTold(sent);
  if (told?.type !== want.type) return false;
  switch (want.type) {
    case 'bienvenue':
      return told.pseudo === want.pseudo && hasSameItems(told.presents, want.presents);
    case 'arrivee':
    case 'depart':
      return told.pseudo === want.pseudo;
    case 'message':
      return told.auteur === want.auteur && told.texte === want.texte;
    case 'erreur':
      return typeof told.erreur === 'string' && told.erreur.trim() !== '';
  }
}

function hasSameItems(value: unknown, items: readonly string[]): boolean {
  if (!Array.isArray(value) || value.length !== items.length) return false;
  const left = value.map(String).sort();
  return [...items].sort().every((item, index) => item === left[index]);
}

/** A message as the client's `JSON.parse` sees it; `null` when there is no object in it. */
function readTold({ kind, text }: Sent): Readonly<Record<string, unknown>> | null {
  if (kind !== 'texte') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function shownSent({ kind, text }: Sent): string {
  if (kind === 'texte') return text.slice(0, 200);
  return kind === 'binaire' ? OTHER.binary : OTHER.notText(kind);
}

/** Triplets: the client, what was given to `send`, its text. */
function sentIn(result: Evidence): readonly Sent[] {
  const list = propertyOf(result, 'sent');
  const items = list.type === 'array' ? list.items : [];
  const messages: Sent[] = [];
  for (let index = 0; index + 2 < items.length; index += 3) {
    const [who, kind, text] = items.slice(index, index + 3);
    if (who?.type !== 'number' || kind?.type !== 'string' || text?.type !== 'string') continue;
    if (who.value < MAX_CLIENTS) {
      messages.push({ who: who.value, kind: kind.value, text: text.value });
    }
  }
  return messages;
}

/** The last acts, and how many came before. */
function transcript(acts: readonly Act[]): string {
  const shown = acts.slice(-8).map(shownAct);
  return acts.length > shown.length ? `… ${shown.join(' ; ')}` : shown.join(' ; ');
}
