// What step 5.2 plays on a registry, as the probe takes it, and what a registry that forgets nobody would say.
import type { Random } from '../../../src/grading/index.ts';

/** At visit number `at` (`-1`: at each): the client visited leaves, or the one before it, or all the others. */
export type Removal = { readonly at: number; readonly whom: 'self' | 'previous' | 'others' };

export type Step =
  | { readonly act: 'add'; readonly registry: number; readonly client: number }
  | { readonly act: 'remove'; readonly registry: number; readonly client: number }
  | { readonly act: 'look'; readonly registry: number; readonly removals: readonly Removal[] };

export type Play = {
  readonly registries: number;
  /** Of each client, by its rank; two may have the same. */
  readonly names: readonly string[];
  readonly steps: readonly Step[];
};

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
export const names = (count: number): readonly string[] => LETTERS.slice(0, count);

export const add = (client: number, registry = 0): Step => ({ act: 'add', registry, client });
export const remove = (client: number, registry = 0): Step => ({ act: 'remove', registry, client });
export const look = (removals: readonly Removal[] = [], registry = 0): Step => ({
  act: 'look',
  registry,
  removals,
});

const ranks = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, rank) => rank);

export function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const left = [...items];
  return items.map(() => left.splice(random.integer(0, left.length - 1), 1)[0]).filter(isThere);
}
const isThere = <Item>(item: Item | undefined): item is Item => item !== undefined;

/** A, B and C arrive; A leaves, then B. Then more clients, of whom some leave in any order. */
export function departures(random: Random): readonly Play[] {
  const count = random.integer(5, 8);
  // The first to leave came before others, and not all leave: a place kept since the arrival is then wrong.
  const leaving = [0, ...shuffled(ranks(count - 1).slice(1), random).slice(0, 2)];
  return [
    {
      registries: 1,
      names: names(3),
      steps: [add(0), add(1), add(2), remove(0), remove(1), look()],
    },
    {
      registries: 1,
      names: names(count),
      steps: [...ranks(count).map((rank) => add(rank)), ...leaving.map((r) => remove(r)), look()],
    },
  ];
}

/** Whoever leaves is announced twice, as by `error` then by `close`. */
export function doubleRemoval(random: Random): readonly Play[] {
  const count = random.integer(4, 7);
  // Neither the first nor the last: what befalls these by chance would hide the mistake.
  const twice = random.integer(1, count - 2);
  return [
    {
      registries: 1,
      names: names(count),
      steps: [
        ...ranks(count).map((rank) => add(rank)),
        remove(twice),
        remove(twice),
        look(),
        // Nobody is owed a second departure.
        add(twice),
        look(),
      ],
    },
  ];
}

export function unknownRemoval(random: Random): readonly Play[] {
  const count = random.integer(3, 6);
  const everybody = ranks(count).map((rank) => add(rank));
  const cast = names(count + 1);
  return [
    { registries: 1, names: cast, steps: [...everybody, remove(count), look()] },
    { registries: 1, names: cast, steps: [remove(count), look(), add(0), look()] },
  ];
}

/** One client added twice; then two that have everything in common but their identity. */
export function doubleAddition(random: Random): readonly Play[] {
  const count = random.integer(3, 6);
  const twice = random.integer(1, count - 2);
  const letter = random.pick(LETTERS.slice(3));
  return [
    {
      registries: 1,
      names: names(count),
      // A registry that counts arrivals lets go at the second departure, one that does not at the first.
      steps: [
        ...ranks(count).map((rank) => add(rank)),
        add(twice),
        look(),
        remove(twice),
        remove(twice),
        look(),
      ],
    },
    // Either of the two leaves: a search by name finds the first, or the last.
    ...[1, 2].map((leaving) => ({
      registries: 1,
      names: ['A', letter, letter],
      steps: [add(0), add(1), add(2), look(), remove(leaving), look()],
    })),
  ];
}

/** Clients leave while all are visited. */
export function removalsDuringVisit(random: Random): readonly Play[] {
  const count = random.integer(5, 8);
  const middle = random.integer(1, count - 3);
  const during = (removals: readonly Removal[]): Play => ({
    registries: 1,
    names: names(count),
    steps: [...ranks(count).map((rank) => add(rank)), look(removals), look()],
  });
  return [
    during([{ at: middle, whom: 'self' }]),
    during([{ at: -1, whom: 'self' }]),
    during([{ at: middle, whom: 'previous' }]),
    during([{ at: 0, whom: 'others' }]),
  ];
}

const OPERATIONS = 1000;
const HALL = 8;

/** Two registries, each with clients of its own, and a look after each operation. */
export function randomOperations(random: Random): readonly Play[] {
  const steps: Step[] = [];
  const present = [new Set<number>(), new Set<number>()];
  for (let n = 0; n < OPERATIONS; n += 1) {
    const registry = random.integer(0, 1);
    const client = registry * HALL + random.integer(0, HALL - 1);
    const here = present[registry] ?? new Set();
    // Nobody comes twice: that is the business of C4. An absent one leaves now and then.
    if (here.has(client)) {
      here.delete(client);
      steps.push(remove(client, registry));
    } else if (random.integer(0, 9) === 0) steps.push(remove(client, registry));
    else {
      here.add(client);
      steps.push(add(client, registry));
    }
    steps.push(look([], registry));
    if (n % 50 === 49) steps.push(look([], 1 - registry));
  }
  return [{ registries: 2, names: names(2 * HALL), steps }];
}
