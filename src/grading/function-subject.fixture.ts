// A Subject for tests of the grader itself: the student's functions run here, in the test's own realm.
import { encodeEvidence } from '../evidence/encode.ts';
import type { Ending, LoadOutcome, Outcome, Subject } from './subject.ts';
import { type CreateSubject, SubjectEnded } from './subject.ts';

type Exports = Readonly<Record<string, unknown>>;
// What a call does in place of running: the realm ends, or the promise never settles.
export type Scripted = { readonly ends: Ending } | 'unsettled';

export type FunctionSubjectOptions = {
  /** Module path to its exports; a fresh realm calls it again, so that state does not survive. */
  readonly modules?: () => Readonly<Record<string, Exports>>;
  /** Instead of `loaded`. */
  readonly load?: LoadOutcome | { readonly ends: Ending };
  /** Looked at before each call of a function. */
  readonly script?: (name: string, argumentList: readonly unknown[]) => Scripted | null;
};

/** `created` counts the realms made. */
export function functionSubjects(options: FunctionSubjectOptions) {
  const counts = { created: 0, disposed: 0 };
  const createSubject: CreateSubject = () => {
    counts.created += 1;
    return Promise.resolve(makeSubject(options, counts));
  };
  return { createSubject, counts };
}

function makeSubject(options: FunctionSubjectOptions, counts: { disposed: number }): Subject {
  const modules = options.modules?.() ?? {};
  const ended = Promise.withResolvers<Ending>();
  const end = (ending: Ending): never => {
    ended.resolve(ending);
    throw new SubjectEnded(ending);
  };
  const namesOf = (keep: (value: unknown) => boolean) =>
    Object.fromEntries(
      Object.entries(modules).map(([path, exports]) => [
        path,
        Object.keys(exports).filter((name) => keep(exports[name])),
      ]),
    );
  const unsupported = () => Promise.reject(new Error('a function Subject has no such thing'));
  let answers = 0;
  return {
    get answers() {
      return answers;
    },
    ended: ended.promise,
    console: [],
    // eslint-disable-next-line @typescript-eslint/require-await -- a rejection, not an exception
    load: async () => {
      if (options.load !== undefined) {
        return 'ends' in options.load ? end(options.load.ends) : options.load;
      }
      const functions = namesOf((value) => typeof value === 'function');
      return { status: 'loaded', exports: namesOf(() => true), functions };
    },
    call: async (module, name, argumentLists, names) => {
      answers += 1;
      const outcomes: Outcome[] = [];
      for (const argumentList of argumentLists) {
        const scripted = options.script?.(name, argumentList) ?? null;
        if (scripted === 'unsettled') outcomes.push({ status: 'unsettled', argumentsAfter: [] });
        else if (scripted !== null) return end(scripted.ends);
        else outcomes.push(await callHere(modules[module]?.[name], argumentList, names));
      }
      return outcomes;
    },
    probe: unsupported,
    connect: unsupported,
    accept: () => {
      throw new Error('a function Subject has no connections');
    },
    clock: { now: unsupported, advance: unsupported, settle: unsupported },
    [Symbol.asyncDispose]: () => {
      counts.disposed += 1;
      ended.resolve({ reason: 'disposed' });
      return Promise.resolve();
    },
  };
}

async function callHere(
  fn: unknown,
  argumentList: readonly unknown[],
  names: readonly string[] = [],
): Promise<Outcome> {
  if (typeof fn !== 'function') throw new Error('not a function');
  // As in a realm, arguments arrive as copies: a function that changes them changes its own.
  const given = structuredClone(argumentList);
  const argumentsAfter = () => given.map((value) => encodeEvidence(value));
  try {
    const returned: unknown = Reflect.apply(fn, undefined, given);
    const value = encodeEvidence(await returned, { names });
    return {
      status: 'returned',
      value,
      wasPromise: returned instanceof Promise,
      argumentsAfter: argumentsAfter(),
    };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const thrown = { name, message, code: undefined, location: null };
    return { status: 'thrown', thrown, argumentsAfter: argumentsAfter() };
  }
}
