// What can be graded: a student's files, loaded somewhere else, reached only through this interface.
import type { ConsoleLine, Evidence } from '../evidence/evidence.ts';
import type { ByteStream } from '../mux/byte-stream.ts';
import type { Cloneable, Ending, Freezable, LoadOutcome, Outcome } from '../realm/outcome.ts';

export type { Cloneable, Ending, Freezable, LoadOutcome, Outcome } from '../realm/outcome.ts';

/** Virtual time, in milliseconds since the realm started. Timers fire only when the grader advances it. */
export interface Clock {
  now(): Promise<number>;
  /** Moves time forward, firing one due timer at a time and letting promises settle between two. */
  advance(milliseconds: number): Promise<void>;
  /** Lets pending promises and I/O that have already arrived run, without moving time. */
  settle(): Promise<void>;
}

export type RealmKind = 'program' | 'page';

export type SubjectOptions = {
  /** Every file the student's code may import, by path relative to the student's directory (`poignee/accept.js`). */
  readonly files: Readonly<Record<string, string>>;
  /** The modules that `load()` imports, in order. */
  readonly modules: readonly string[];
  readonly seed: number;
  readonly freeze?: readonly Freezable[];
  /** `page`: a document with the student's index.html, in which no Node is. Default `program`. */
  readonly realm?: RealmKind;
  /** Bare packages allowed beside the permitted `node:` modules (`ws` in labs 5, 6 and 8.7). */
  readonly packages?: readonly string[];
  /** Real milliseconds without an answer after which the realm is killed. Default 2000. */
  readonly deadline?: number;
  /**
   * `real`: a program that is run rather than graded. Time passes by itself, the clock cannot be advanced, and loading
   * may last: only a realm that no longer answers is killed. Default `virtual`.
   */
  readonly time?: 'virtual' | 'real';
  /** Told at once of what the student's code prints, besides `console`. */
  readonly onConsole?: (lines: readonly ConsoleLine[]) => void;
  /** In real time: told once when the modules have loaded and nothing is left to do. */
  readonly onIdle?: () => void;
};

export interface Subject extends AsyncDisposable {
  load(): Promise<LoadOutcome>;
  /** Resolves once, when the realm is gone, whatever the reason; never rejects. */
  readonly ended: Promise<Ending>;
  /**
   * Calls one export once per argument list, awaiting each result before the next call.
   * Results are encoded after the whole batch, so that a buffer shared between calls shows.
   * While it waits, virtual time moves by itself to the next timer, up to `CALL_TIME_BUDGET` milliseconds a call.
   * `names` are properties to read by name on each result, wherever they are defined.
   * Rejects with `SubjectEnded` when the realm ends meanwhile.
   */
  call(
    module: string,
    name: string,
    argumentLists: readonly (readonly Cloneable[])[],
    names?: readonly string[],
  ): Promise<readonly Outcome[]>;
  /**
   * Runs `source`, the body of an async function of `(modules, input, clock)` given as plain JavaScript, beside the student's code.
   * `modules` holds the loaded namespaces by path; `clock` has the methods of `Clock`, and `timers()`: how many timers
   * wait, `{ waiting, referenced }`. A page lends a fourth, `tools`.
   * A probe may gather, never judge: it returns evidence only (`error` when it threw, `unreadable` when it never settled).
   */
  probe(source: string, input: Cloneable): Promise<Evidence>;
  /** Raw bytes to a port on which the student's code listens. */
  connect(port: number): Promise<ByteStream>;
  /** The connections that the student's client opens to `port`. */
  accept(port: number): AsyncIterable<ByteStream>;
  readonly clock: Clock;
  /** Answers that the realm has given so far: where this grows a check is slow, where it does not the check is stuck. */
  readonly answers: number;
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
