// What can be graded: a student's files, loaded somewhere else, reached only through this interface.
import type {
  ConsoleLine,
  Evidence,
  SourceLocation,
  ThrownEvidence,
} from '../evidence/evidence.ts';
import type { ByteStream } from '../mux/byte-stream.ts';

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
export type LoadOutcome =
  | {
      readonly status: 'loaded';
      readonly exports: Readonly<Record<string, readonly string[]>>;
      readonly functions: Readonly<Record<string, readonly string[]>>;
    }
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

/** How the realm ended. `deadline`: it did not answer in time and was killed; `memory`: it asked for too much. */
export type Ending =
  | { readonly reason: 'crashed'; readonly thrown: ThrownEvidence }
  | { readonly reason: 'exited'; readonly code: number; readonly location: SourceLocation | null }
  | { readonly reason: 'deadline'; readonly milliseconds: number }
  | { readonly reason: 'memory' }
  | { readonly reason: 'flood' }
  | { readonly reason: 'disposed' };

/** One call of a batch. `unsettled`: the promise it returned neither resolved nor rejected in time. */
export type Outcome = { readonly argumentsAfter: readonly Evidence[] } & (
  | { readonly status: 'returned'; readonly value: Evidence; readonly wasPromise: boolean }
  | { readonly status: 'thrown'; readonly thrown: ThrownEvidence }
  | { readonly status: 'unsettled' }
);

/** Virtual time, in milliseconds since the realm started. Timers fire only when the grader advances it. */
export interface Clock {
  now(): Promise<number>;
  /** Moves time forward, firing one due timer at a time and letting promises settle between two. */
  advance(milliseconds: number): Promise<void>;
  /** Lets pending promises and I/O that have already arrived run, without moving time. */
  settle(): Promise<void>;
}

/** Sources of time and chance that a check may turn into constants. */
export type Freezable = 'Math.random' | 'Date.now' | 'performance.now';

export type SubjectOptions = {
  /** Every file the student's code may import, by path relative to the student's directory (`poignee/accept.js`). */
  readonly files: Readonly<Record<string, string>>;
  /** The modules that `load()` imports, in order. */
  readonly modules: readonly string[];
  readonly seed: number;
  readonly freeze?: readonly Freezable[];
  /** Bare packages allowed beside the permitted `node:` modules (`ws` in labs 5, 6 and 8.7). */
  readonly packages?: readonly string[];
  /** Real milliseconds without an answer after which the realm is killed. Default 2000. */
  readonly deadline?: number;
};

export interface Subject extends AsyncDisposable {
  load(): Promise<LoadOutcome>;
  /** Resolves once, when the realm is gone, whatever the reason; never rejects. */
  readonly ended: Promise<Ending>;
  /**
   * Calls one export once per argument list, awaiting each result before the next call.
   * Results are encoded after the whole batch, so that a buffer shared between calls shows.
   * Rejects with `SubjectEnded` when the realm ends meanwhile.
   */
  call(
    module: string,
    name: string,
    argumentLists: readonly (readonly Cloneable[])[],
  ): Promise<readonly Outcome[]>;
  /**
   * Runs `source`, the body of an async function of `(modules, input)` given as plain JavaScript, beside the student's code.
   * A probe may gather, never judge: it returns evidence only.
   */
  probe(source: string, input: Cloneable): Promise<Evidence>;
  /** Raw bytes to a port on which the student's code listens. */
  connect(port: number): Promise<ByteStream>;
  /** The connections that the student's client opens to `port`. */
  accept(port: number): AsyncIterable<ByteStream>;
  readonly clock: Clock;
  /** What the student's code printed so far, capped; grows while the realm lives. */
  readonly console: readonly ConsoleLine[];
}

/** Makes a fresh realm. The only thing that differs between the page and the command line. */
export type CreateSubject = (options: SubjectOptions) => Promise<Subject>;

/** Thrown by every `Subject` method that was waiting when the realm ended. */
export class SubjectEnded extends Error {
  override readonly name = 'SubjectEnded';
  readonly ending: Ending;
  constructor(ending: Ending) {
    super(`The subject ended: ${ending.reason}`);
    this.ending = ending;
  }
}
