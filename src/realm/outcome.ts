// The plain shapes in which a realm tells what became of the student's code; all of them survive a structured clone.
import type { Evidence, SourceLocation, ThrownEvidence } from '../evidence/evidence.ts';

/** A value that `structuredClone` copies: what may be passed in to the student's code. */
export type Cloneable =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Cloneable[]
  | ReadonlyMap<string, Cloneable>
  | { readonly [key: string]: Cloneable };

/** Why loading stopped. `location` points into the student's file when the engine says where. */
export type FailedLoad =
  | {
      readonly status: 'syntax';
      readonly message: string;
      readonly location: SourceLocation | null;
    }
  | {
      readonly status: 'missing-import';
      readonly specifier: string;
      readonly from: string;
      readonly location: SourceLocation | null;
    }
  | {
      readonly status: 'forbidden-import';
      readonly specifier: string;
      readonly from: string;
      readonly location: SourceLocation | null;
    }
  | {
      readonly status: 'missing-export';
      readonly name: string;
      readonly specifier: string;
      readonly from: string;
      readonly location: SourceLocation | null;
    }
  | { readonly status: 'cycle'; readonly files: readonly string[] }
  | { readonly status: 'thrown'; readonly thrown: ThrownEvidence };

/** What importing the modules gave: each module's exported names and, among them, those of functions. */
export type LoadOutcome =
  | {
      readonly status: 'loaded';
      readonly exports: Readonly<Record<string, readonly string[]>>;
      readonly functions: Readonly<Record<string, readonly string[]>>;
    }
  | FailedLoad;

/**
 * How the realm ended. `deadline`: it did not answer in time and was killed; `memory`: it asked for too much;
 * `left`: a page went to another address, or loaded itself again.
 */
export type Ending =
  | { readonly reason: 'crashed'; readonly thrown: ThrownEvidence }
  | { readonly reason: 'exited'; readonly code: number; readonly location: SourceLocation | null }
  /** `location`: where it was, when who stopped it could see. */
  | {
      readonly reason: 'deadline';
      readonly milliseconds: number;
      readonly location?: SourceLocation | null;
    }
  | { readonly reason: 'memory' }
  | { readonly reason: 'flood' }
  | { readonly reason: 'left' }
  | { readonly reason: 'disposed' };

/** One call of a batch. `unsettled`: the promise it returned neither resolved nor rejected in time. */
export type Outcome = { readonly argumentsAfter: readonly Evidence[] } & (
  | { readonly status: 'returned'; readonly value: Evidence; readonly wasPromise: boolean }
  | { readonly status: 'thrown'; readonly thrown: ThrownEvidence }
  | { readonly status: 'unsettled' }
);

/** Sources of time and chance that a check may turn into constants. */
export type Freezable = 'Math.random' | 'Date.now' | 'performance.now';
