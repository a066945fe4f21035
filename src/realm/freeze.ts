// Turns sources of time and chance into constants, so that a check can see what a value really depends on.
import { define, get } from '../evidence/primordials.ts';
import type { Freezable } from './outcome.ts';
import { VIRTUAL_EPOCH } from './virtual-clock.ts';

/** What each source gives for ever, once frozen. */
export const FROZEN_VALUES = {
  'Math.random': 0.5,
  'Date.now': VIRTUAL_EPOCH,
  'performance.now': 0,
} as const satisfies Record<Freezable, number>;

/** Called before any student code, after virtual time has been installed on `global`. */
export function freezeSources(global: object, sources: readonly Freezable[]): void {
  for (const source of sources) {
    const [owner, method] = OWNERS[source];
    const value = FROZEN_VALUES[source];
    define(get(global, owner) as object, method, () => value);
  }
}

const OWNERS = {
  'Math.random': ['Math', 'random'],
  'Date.now': ['Date', 'now'],
  'performance.now': ['performance', 'now'],
} as const satisfies Record<Freezable, readonly [string, string]>;
