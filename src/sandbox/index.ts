// The browser's Subject: student code in a worker of an opaque frame, with one worker always booted ahead.
import { createAgentSubject } from '../grading/agent-subject.ts';
import type { CreateSubject } from '../grading/subject.ts';
import { ownTicks, type Ticks } from '../grading/ticks.ts';
import { PAGES_URL } from './mount-page.ts';
import { Program, type ProgramOptions, type ProgramResult } from './program.ts';
import { SandboxFrame } from './sandbox-frame.ts';
import { TerminationThrottle } from './termination-throttle.ts';
import { WorkerRealm } from './worker-realm.ts';

export type { Program, ProgramOptions, ProgramResult } from './program.ts';
export { steadyTicks } from './steady-ticks.ts';

export type SandboxOptions = {
  /** Gives the text of the guest; asked for once, then kept, so that runs go on when the server is gone. */
  readonly runtime: () => Promise<string>;
  readonly document: Document;
  /** `pages`: realms are documents, for steps of `realm: 'page'`; `runtime` is then theirs. Default `workers`. */
  readonly holds?: 'workers' | 'pages';
  /** Address of the sandbox page. Default `/sandbox/`, and `/sandbox/page/` for pages. */
  readonly pageUrl?: string;
  /** Real milliseconds given to the frame, then to a worker, to start. Default 10,000. */
  readonly patience?: number;
  /** What silences are counted by: a worker that never ends, a dead frame. Default: the page's own timers. */
  readonly ticks?: Ticks;
};

export type Sandbox = {
  /** Rejects with an error named `FrameUnavailable`, or with what `runtime` rejected with. Student code runs on `load()`, never before. */
  readonly createSubject: CreateSubject;
  /**
   * A fresh worker for a program that is run, not graded: real time, no deadline, killed only when it no longer answers.
   * Rejects as `createSubject` does; nothing of the program runs before its `load`.
   */
  readonly createProgram: (options: ProgramOptions) => Promise<Program>;
  /** Runs a program from its first line to its end. `result` never rejects; `stop` makes it end as `disposed`. */
  readonly runProgram: (options: ProgramOptions) => Promise<ProgramRun>;
  /** Boots the frame and the spare worker, so that the next `createSubject` waits for nothing. */
  prepare(): Promise<void>;
  /** Removes the frame and stops every worker. */
  dispose(): void;
};

export type ProgramRun = { readonly result: Promise<ProgramResult>; readonly stop: () => void };

/** Nothing is fetched or added to the document before `prepare` or `createSubject` is called. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const workers = new SpareWorkers(options);
  const createProgram = async (program: ProgramOptions) =>
    new Program(await workers.take(), program);
  return {
    createSubject: async (subject) => {
      const realm = await workers.take();
      return createAgentSubject(realm.link(subject.files), subject);
    },
    createProgram,
    runProgram: async (options) => {
      const program = await createProgram(options);
      return { result: program.runToEnd(), stop: () => void program.dispose() };
    },
    prepare: () => workers.prepare(),
    dispose: () => {
      workers.dispose();
    },
  };
}

/** Real milliseconds in which a living frame answers, even on a busy machine. */
const FRAME_PATIENCE = 1_500;

/** The frame, opened when needed and again when lost, and the one worker that is ready before it is asked for. */
class SpareWorkers {
  readonly #options: Required<SandboxOptions>;
  readonly #throttle = new TerminationThrottle();
  #runtime: Promise<string> | null = null;
  #frame: Promise<SandboxFrame> | null = null;
  #spare: Promise<WorkerRealm | null> | null = null;
  #openFrames = new Set<SandboxFrame>();
  #isDisposed = false;

  constructor(options: SandboxOptions) {
    const { holds = 'workers' } = options;
    const pageUrl = holds === 'pages' ? PAGES_URL : '/sandbox/';
    this.#options = { pageUrl, patience: 10_000, ticks: ownTicks, ...options, holds };
  }

  async prepare(): Promise<void> {
    const spare = (this.#spare ??= this.#boot());
    const forget = (): void => {
      if (this.#spare === spare) this.#spare = null;
    };
    try {
      if ((await spare) === null) forget();
    } catch (error) {
      forget();
      throw error;
    }
  }

  async take(): Promise<WorkerRealm> {
    await this.#throttle.pause();
    // Nothing waits between the two lines: of two who ask at once, each has a worker of its own.
    const spare = this.#spare ?? this.#boot();
    this.#spare = null;
    const realm = await spare;
    // A spare dies with its frame, whose process may have died without a word: the next comes with a new frame.
    if (realm === null || !(await realm.isAlive(FRAME_PATIENCE))) return this.take();
    // The next worker boots while this one runs, on another thread.
    setTimeout(() => {
      if (!this.#isDisposed) this.prepare().catch(() => undefined);
    }, 0);
    return realm;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const frame of this.#openFrames) frame.close();
    this.#frame = null;
    this.#spare = null;
  }

  /** `null` when a program that ran took the frame along meanwhile: nothing is held against this one. */
  async #boot(): Promise<WorkerRealm | null> {
    const frame = await this.#openFrame();
    const realm = new WorkerRealm(frame, this.#throttle);
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => {
        reject(new Error('The worker did not start in time'));
      }, this.#options.patience);
    });
    try {
      await Promise.race([realm.ready, late]);
      return realm;
    } catch (error) {
      if (frame.isLost && !this.#isDisposed) return null;
      // Whether the worker or the frame's process is to blame, a new frame cures both.
      frame.close();
      throw error;
    }
  }

  async #openFrame(): Promise<SandboxFrame> {
    const frame = await (this.#frame ??= this.#newFrame());
    if (!frame.isLost) return frame;
    this.#frame = null;
    return this.#openFrame();
  }

  async #newFrame(): Promise<SandboxFrame> {
    try {
      this.#runtime ??= this.#options.runtime();
      const runtime = await this.#runtime;
      const frame = await SandboxFrame.open({
        ...this.#options,
        holdsPages: this.#options.holds === 'pages',
        runtime,
      });
      this.#openFrames.add(frame);
      frame.onLost(() => this.#openFrames.delete(frame));
      if (this.#isDisposed) frame.close();
      return frame;
    } catch (error) {
      // The next attempt starts afresh: the server may be back.
      this.#frame = null;
      this.#runtime = null;
      throw error;
    }
  }
}
