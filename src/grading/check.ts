// What an author writes: a check with one reason to fail, and what it may use while it runs.
import type { Evidence } from '../evidence/evidence.ts';
import type { Random } from './random.ts';
import type { Cloneable, Outcome, Subject } from './subject.ts';

/** What came back from one call, with the call as the student would write it. */
export type Returned = { readonly value: Evidence; readonly sent: string };

/** Its members hold no `this`: take them apart. */
export type CheckContext = {
  readonly subject: Subject;
  /** The same files in realms of their own, just loaded: as many as the check's `freshSubjects`. */
  readonly fresh: readonly Subject[];
  /** Seeded by the report's seed and this check's id. */
  readonly random: Random;
  /** A remark that does not count: what the RFC leaves open. One French sentence. */
  readonly note: (sentence: string) => void;
  /** Something that this check played, for the page of the step to show. The last one of a name stays. */
  readonly exhibit: (name: string, value: Cloneable) => void;
  /** Calls a function that `defineStep()` expects. What it throws, or never gives, is this check's failure. */
  readonly call: (name: string, ...argumentList: readonly Cloneable[]) => Promise<Returned>;
  /**
   * As `call()`, several times in one batch, so that state kept between two calls shows.
   * `properties` are read by name on each result, wherever they are defined: own, inherited, or on an iterable.
   */
  readonly calls: (
    name: string,
    argumentLists: readonly (readonly Cloneable[])[],
    properties?: readonly string[],
  ) => Promise<readonly Returned[]>;
  /** As `calls()`, for a contract that asks for an exception: nothing fails by itself. */
  readonly outcomes: (
    name: string,
    argumentLists: readonly (readonly Cloneable[])[],
    properties?: readonly string[],
  ) => Promise<readonly Outcome[]>;
};

export type Check = {
  /** `C1`, `C2`…: published, stable, unique in the step. */
  readonly id: string;
  /** What the student's code does when it passes, in French, without a final point. */
  readonly title: string;
  /** Section of RFC 6455 (`§4.2.2`), or `null` when the rule is the contract's own. */
  readonly rfc: string | null;
  /** How many realms of its own it needs: what two runs of one program have in common shows nowhere else. */
  readonly freshSubjects?: number;
  /** Resolves when the check passes; ends with `fail()` or a failing expectation otherwise. */
  run(context: CheckContext): Promise<void>;
};

/** Types a check where it is written, and nothing else. */
export function check(definition: Check): Check {
  return definition;
}
