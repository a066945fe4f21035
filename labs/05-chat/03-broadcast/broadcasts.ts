// One broadcast to clients of the grader's, as the probe takes it.
import type { Random } from '../../../src/grading/index.ts';

export const MODULE = 'chat/diffusion.js';

export const CONNECTING = 0;
export const OPEN = 1;
export const CLOSING = 2;
export const CLOSED = 3;

export type Client = { readonly state: number; readonly throws: boolean };

export type Broadcast = {
  readonly text: string;
  readonly clients: readonly Client[];
  /** Rank of the one left out; -1: somebody who is not there; -2: an empty third argument; `null`: none. */
  readonly except: number | null;
};

export const client = (state = OPEN): Client => ({ state, throws: false });
export const open = (count: number): readonly Client[] =>
  Array.from({ length: count }, () => client());

/** The same clients, some of them changed. */
export const changed = (
  clients: readonly Client[],
  changes: Readonly<Record<number, Partial<Client>>>,
): readonly Client[] => clients.map((each, rank) => ({ ...each, ...changes[rank] }));

/** Words without accents: what becomes of the others is the business of C7. */
export const drawText = (random: Random): string =>
  `bonjour ${random.integer(100, 999)}, ici ${random.pick(['Alice', 'Bob', 'Zoe'])}`;
