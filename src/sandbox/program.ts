// A student's program as it runs when nobody grades it: in real time, until it ends, is stopped or no longer answers.
import type { ConsoleLine, Evidence } from '../evidence/evidence.ts';
import { createAgentSubject } from '../grading/agent-subject.ts';
import {
  SubjectEnded,
  type Cloneable,
  type Ending,
  type LoadOutcome,
  type Subject,
  type SubjectOptions,
} from '../grading/subject.ts';
import type { ByteStream } from '../mux/index.ts';
import type { WorkerRealm } from './worker-realm.ts';

export type ProgramOptions = Pick<SubjectOptions, 'files' | 'modules' | 'packages'> & {
  /** Told of lines as they are printed. A realm prints at most `CONSOLE_CAPS.lines`, then `…`. */
  readonly onConsole?: (lines: readonly ConsoleLine[]) => void;
};

/** How a program that was run came to its end. */
export type ProgramResult =
  /** It ran to its end: no timer waits, no port listens. Node would exit here. */
  | { readonly status: 'finished' }
  | { readonly status: 'not-loaded'; readonly outcome: Exclude<LoadOutcome, { status: 'loaded' }> }
  /** `disposed` when `dispose` was called. */
  | { readonly status: 'ended'; readonly ending: Ending };

/** created ──load()──► running ──result──► over (the worker is gone) */
export class Program implements AsyncDisposable {
  readonly #realm: WorkerRealm;
  readonly #subject: Subject;
  readonly #idle = Promise.withResolvers<undefined>();
  #loading: Promise<LoadOutcome> | null = null;

  /** The realm must be fresh; the program owns it from here on. */
  constructor(realm: WorkerRealm, { onConsole, ...options }: ProgramOptions) {
    this.#realm = realm;
    this.#subject = createAgentSubject(realm.link(options.files), {
      ...options,
      seed: 0,
      time: 'real',
      onIdle: () => {
        this.#idle.resolve(undefined);
      },
      ...(onConsole && { onConsole }),
    });
  }

  /** Imports the modules: the student's code starts to run. Rejects with `SubjectEnded`. Loads once. */
  load(): Promise<LoadOutcome> {
    this.#loading ??= this.#subject.load();
    return this.#loading;
  }

  /** Resolves once, when the worker is gone, whatever the reason; never rejects. */
  get ended(): Promise<Ending> {
    return this.#subject.ended;
  }

  /** See `Subject.probe`; it may wait 10 s for promises. */
  probe(source: string, input: Cloneable): Promise<Evidence> {
    return this.#subject.probe(source, input);
  }

  /** The connections that the program opens to `port`; asked for before `load`. */
  accept(port: number): AsyncIterable<ByteStream> {
    return this.#subject.accept(port);
  }

  /**
   * A port of a multiplexer (the holder is its `opener`) whose streams reach the ports on which the program listens,
   * from any thread to which it is transferred. Given once. Whoever holds it is not told when the program ends.
   */
  takeNetworkPort(): MessagePort {
    return this.#realm.takeNetwork();
  }

  /** Loads, then waits until the program has nothing left to do; disposes of it. Never rejects. */
  async runToEnd(): Promise<ProgramResult> {
    try {
      const outcome = await this.load();
      if (outcome.status !== 'loaded') return { status: 'not-loaded', outcome };
      const ending = await Promise.race([this.#idle.promise, this.ended]);
      return ending === undefined ? { status: 'finished' } : { status: 'ended', ending };
    } catch (error) {
      if (!(error instanceof SubjectEnded)) throw error;
      return { status: 'ended', ending: error.ending };
    } finally {
      await this.dispose();
    }
  }

  /** Stops it, whatever it is doing. Idempotent. */
  async dispose(): Promise<void> {
    await this.#subject[Symbol.asyncDispose]();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
