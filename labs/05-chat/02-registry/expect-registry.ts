// Judges what a registry says against a plain set of those who are there.
import {
  type CheckContext,
  type Cloneable,
  describeThrown,
  type Evidence,
  fail,
  kindOf,
  namedBy,
  propertyOf,
  readInteger,
  showEvidence,
} from '../../../src/grading/index.ts';
import { FAILURE, HINTS, labelsOf, LOOK, MISTAKES, sentence } from './messages.ts';
import type { Play, Removal, Step } from './plays.ts';
import { PLAY_REGISTRY } from './registry-probe.ts';

export const MODULE = 'chat/registre.js';

export type Subjects = {
  readonly plays: readonly Play[];
  readonly hint: keyof typeof HINTS;
  /** Whether « taille » is looked at too. */
  readonly counts: boolean;
};

export async function expectRegistry(
  { subject }: CheckContext,
  { plays, hint, counts }: Subjects,
): Promise<void> {
  for (const play of plays) {
    const input: Cloneable = { module: MODULE, ...play };
    const evidence = await subject.probe(PLAY_REGISTRY, input);
    const form = propertyOf(evidence, 'form');
    const isClass = form.type === 'string' && form.value === 'class';
    const failure = propertyOf(evidence, 'failure');
    if (failure.type === 'object' && stageOf(failure) !== 'step') failCreation(failure, isClass);
    const looks = listOf(propertyOf(evidence, 'looks'));
    judgePlay(play, looks, { failure, isClass, hint, counts });
  }
}

type Judging = {
  readonly failure: Evidence;
  readonly isClass: boolean;
  readonly hint: keyof typeof HINTS;
  readonly counts: boolean;
};

function judgePlay(play: Play, looks: readonly Evidence[], judging: Judging): void {
  const present = Array.from({ length: play.registries }, () => new Set<number>());
  let done = 0;
  for (const [index, step] of play.steps.entries()) {
    const here = present[step.registry] ?? new Set<number>();
    if (step.act === 'add') here.add(step.client);
    else if (step.act === 'remove') here.delete(step.client);
    else {
      const look = looks[done];
      done += 1;
      const sent = sentence(play, index, judging.isClass);
      if (look === undefined) failStep(judging.failure, play, judging.isClass);
      const visited = listOf(propertyOf(look, 'visited')).map(numberOf);
      const scene = { play, index, sent, here, visited, hint: judging.hint };
      if (judging.counts) expectSize(propertyOf(look, 'size'), scene);
      for (const gone of expectVisits(scene, step.removals)) here.delete(gone);
    }
  }
  if (judging.failure.type !== 'null') failStep(judging.failure, play, judging.isClass);
}

type Scene = {
  readonly play: Play;
  readonly index: number;
  readonly sent: string;
  readonly here: ReadonlySet<number>;
  readonly visited: readonly number[];
  readonly hint: keyof typeof HINTS;
};

function expectSize(size: Evidence, { here, sent, hint }: Scene): void {
  const read = readInteger({ value: size, sent }, LOOK.theSize);
  if (read === BigInt(here.size)) return;
  fail({
    message: LOOK.otherSize(String(read), here.size),
    sent,
    expected: LOOK.size(here.size),
    actual: LOOK.size(Number(read)),
    hint: HINTS[hint],
  });
}

/** Says who left while the visit went on. */
function expectVisits(scene: Scene, removals: readonly Removal[]): readonly number[] {
  const { play, here, visited, sent, hint, index } = scene;
  const gone = goneDuring(visited, removals, play.names.length);
  const labels = labelsOf(play.names);
  const name = (rank: number): string => labels[rank] ?? '?';
  const times = (rank: number): number => visited.filter((each) => each === rank).length;
  const owed = [...here].filter((rank) => !isExcused(rank, visited, gone));
  const stranger = visited.includes(-1);
  const deaf = owed.find((rank) => times(rank) === 0);
  const ghost = visited.find((rank) => rank !== -1 && !here.has(rank));
  const twice = visited.find((rank) => times(rank) > 1);
  if (!stranger && deaf === undefined && ghost === undefined && twice === undefined) {
    return gone.map(({ rank }) => rank);
  }
  const mistake = recognise(play.steps.slice(0, index), visited);
  const facts = [
    stranger ? LOOK.stranger : null,
    ghost === undefined ? null : LOOK.ghost(name(ghost)),
    deaf === undefined ? null : LOOK.deaf(name(deaf)),
    twice === undefined ? null : LOOK.twice(name(twice)),
  ].filter((fact) => fact !== null);
  fail({
    message: `${facts.slice(0, 2).join(' ')}${mistake === null ? '' : ` ${mistake.message}`}`,
    sent,
    expected: LOOK.visits([...here].map(name)),
    actual: LOOK.visits(visited.map((rank) => (rank === -1 ? LOOK.other : name(rank)))),
    hint: mistake?.hint ?? HINTS[hint],
    ...namedBy(mistake),
  });
}

/** Removed before its turn: it may be visited or not. */
const isExcused = (rank: number, visited: readonly number[], gone: readonly Gone[]): boolean =>
  gone.some((each) => each.rank === rank && !visited.slice(0, each.at + 1).includes(rank));

type Gone = { readonly rank: number; readonly at: number };

function goneDuring(
  visited: readonly number[],
  removals: readonly Removal[],
  count: number,
): readonly Gone[] {
  return visited.flatMap((self, at) =>
    removals.flatMap(({ at: when, whom }): readonly Gone[] => {
      if (when !== -1 && when !== at) return [];
      if (whom === 'self') return [{ rank: self, at }];
      if (whom === 'previous') return at === 0 ? [] : [{ rank: visited[at - 1] ?? -1, at }];
      const all = Array.from({ length: count }, (_, rank) => ({ rank, at }));
      return all.filter(({ rank }) => rank !== self);
    }),
  );
}

/** Plays the steps by two known mistakes: a place kept since the arrival, and `splice(-1, 1)`. */
function recognise(steps: readonly Step[], visited: readonly number[]) {
  if (
    steps.some((step) => step.registry !== 0 || (step.act === 'look' && step.removals.length > 0))
  )
    return null;
  const kept: number[] = [];
  const places = new Map<number, number>();
  const last: number[] = [];
  let unknown = false;
  for (const step of steps) {
    if (step.act === 'add') {
      places.set(step.client, kept.push(step.client) - 1);
      if (!last.includes(step.client)) last.push(step.client);
    } else if (step.act === 'remove') {
      kept.splice(places.get(step.client) ?? kept.length, 1);
      unknown ||= !last.includes(step.client);
      last.splice(last.indexOf(step.client), 1);
    }
  }
  const is = (list: readonly number[]): boolean => list.join() === visited.join();
  if (unknown && is(last)) return MISTAKES.lastRemoved;
  return is(kept) ? MISTAKES.keptPlace : null;
}

function failCreation(failure: Evidence, isClass: boolean): never {
  const sent = FAILURE.creation(isClass);
  const thrown = propertyOf(failure, 'thrown');
  if (thrown.type === 'error') {
    fail({
      message: FAILURE.threw(sent, describeThrown(thrown)),
      sent,
      expected: FAILURE.registry,
      actual: showEvidence(thrown),
      location: thrown.location,
      hint: FAILURE.threwHint,
    });
  }
  const missing = propertyOf(failure, 'name');
  if (missing.type === 'string') {
    fail({
      message: FAILURE.missing(missing.value),
      sent,
      expected: FAILURE.registry,
      actual: FAILURE.without(missing.value),
      hint: FAILURE.missingHint,
    });
  }
  const value = propertyOf(failure, 'value');
  fail({
    message: FAILURE.notARegistry(kindOf(value)),
    sent,
    expected: FAILURE.registry,
    actual: showEvidence(value),
    hint: FAILURE.notARegistryHint,
  });
}

function failStep(failure: Evidence, play: Play, isClass: boolean): never {
  const thrown = propertyOf(failure, 'thrown');
  const step = numberOf(propertyOf(failure, 'step'));
  const sent = sentence(play, step, isClass);
  const what = thrown.type === 'error' ? describeThrown(thrown) : showEvidence(thrown);
  fail({
    message: FAILURE.stepThrew(what),
    sent,
    expected: FAILURE.noException,
    actual: showEvidence(thrown),
    location: thrown.type === 'error' ? thrown.location : null,
    hint: FAILURE.stepThrewHint,
  });
}

function stageOf(failure: Evidence): string {
  const stage = propertyOf(failure, 'stage');
  return stage.type === 'string' ? stage.value : '';
}

/** A list of small integers may come as bytes. */
function listOf(evidence: Evidence): readonly Evidence[] {
  if (evidence.type === 'array') return evidence.items;
  if (evidence.type !== 'bytes') return [];
  return Array.from(evidence.bytes, (value) => ({ type: 'number', value }) as const);
}

const numberOf = (evidence: Evidence): number => (evidence.type === 'number' ? evidence.value : -1);
