// A behaviour of Node's, as a case that runs against the virtual Node and against the real one.
import type { NodeModules } from './guest.fixture.ts';

/** `expected` is what both give; a case that closes nothing leaks, so each cleans up. */
export type ConformanceCase = {
  readonly title: string;
  readonly run: (node: NodeModules) => Promise<unknown>;
  readonly expected: unknown;
};
