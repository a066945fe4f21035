// The student's chat as its windows reach it: one run of its server, in a realm of its own.
import { atom, type ReadableAtom } from 'nanostores';
import type { ConsoleLine, Evidence } from '../../evidence/evidence.ts';
import { describeThrown } from '../../grading/engine-messages.ts';
import { SubjectEnded } from '../../grading/subject.ts';
import { chatWords } from '../../i18n/chat-windows.ts';
import { createMux, messagePortCarrier, type ByteStream, type Mux } from '../../mux/index.ts';
import { createFloodGuard, FLOOD_CAPS, guardCarrier } from '../../sandbox/flood-guard.ts';
import type { Program, Sandbox } from '../../sandbox/index.ts';
import {
  endingFailure,
  startServer,
  unsoundFailure,
  type LiveFailure,
} from '../live/start-server.ts';

/** `entry` exports `open`, which gives the server, and `stop`, which calls its `arreter()`. */
export type ChatEntry = { readonly entry: string; readonly open: string; readonly stop: string };

export type ChatServerOptions = ChatEntry & {
  readonly sandbox: Sandbox;
  readonly files: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
  readonly onConsole: (lines: readonly ConsoleLine[]) => void;
};

/** What came of `arreter()`. */
export type StopOutcome =
  | { readonly status: 'kept'; readonly milliseconds: number }
  | { readonly status: 'late' }
  | { readonly status: 'threw'; readonly failure: LiveFailure };

/**
 * ```text
 *   starting ──► listening ──stop()──► stopping ──► stopped
 *      └────────────┴──────────────────────┴──────► failed      (and disposed of from anywhere)
 * ```
 */
export type ServerState =
  | { readonly status: 'starting' | 'listening' | 'stopping' }
  | { readonly status: 'stopped'; readonly outcome: StopOutcome }
  | { readonly status: 'failed'; readonly failure: LiveFailure };

/** Real milliseconds given to `arreter()`: its own delay is five seconds, and it may take one more. */
const STOP_PATIENCE = 8_000;

/** A probe. What `arreter()` throws is left to be thrown: it is then the probe's own outcome. */
const STOP = `
const LATE = {};
const late = new Promise((resolve) => { setTimeout(resolve, input.patience, LATE); });
const start = performance.now();
const ended = await Promise.race([modules[input.module][input.name](), late]);
return ended === LATE ? null : performance.now() - start;
`;

export class ChatServer {
  readonly #options: ChatServerOptions;
  readonly #state = atom<ServerState>({ status: 'starting' });
  #program: Program | null = null;
  #network: { readonly mux: Mux; readonly port: number } | null = null;
  #isDisposed = false;

  constructor(options: ChatServerOptions) {
    this.#options = options;
  }

  get state(): ReadableAtom<ServerState> {
    return this.#state;
  }

  /** Resolves when it listens, or has failed. Rejects when the sandbox does not start. */
  async start(): Promise<void> {
    const { sandbox, files, packages, onConsole, entry, open } = this.#options;
    const program = await sandbox.createProgram({ files, modules: [entry], packages, onConsole });
    if (this.#isDisposed) {
      await program.dispose();
      return;
    }
    this.#program = program;
    void program.ended.then((ending) => {
      this.#network?.mux.close();
      if (ending.reason !== 'disposed') this.#fail(endingFailure(ending));
    });
    const started = await startServer(program, {
      module: entry,
      export: open,
      options: {},
      packages,
    });
    if (this.#state.get().status !== 'starting') return;
    if (started.status === 'failed') this.#fail(started.failure);
    else this.#listen(program, started.port);
  }

  /** One connection to the server. Rejects when nobody listens. */
  connect(): Promise<ByteStream> {
    if (this.#network === null) return Promise.reject(new Error('Nobody listens'));
    const { mux, port } = this.#network;
    return mux.connect({ port });
  }

  /** Runs `arreter()`; does nothing unless the server listens. Never rejects. */
  async stop(): Promise<void> {
    const program = this.#program;
    if (program === null || this.#state.get().status !== 'listening') return;
    this.#state.set({ status: 'stopping' });
    const { entry: module, stop: name } = this.#options;
    try {
      const evidence = await program.probe(STOP, { module, name, patience: STOP_PATIENCE });
      if (this.#state.get().status === 'stopping') {
        this.#state.set({ status: 'stopped', outcome: readStop(evidence) });
      }
    } catch (error) {
      // How it ended is said already.
      if (!(error instanceof SubjectEnded)) throw error;
    }
  }

  /** Nothing of it is left: connections are reset, the worker is gone. Idempotent. */
  dispose(): void {
    this.#isDisposed = true;
    this.#network?.mux.close();
    void this.#program?.dispose();
  }

  #listen(program: Program, port: number): void {
    const isFlood = createFloodGuard(FLOOD_CAPS.frames, () => performance.now());
    const carrier = guardCarrier(messagePortCarrier(program.takeNetworkPort()), isFlood, () => {
      this.#fail(unsoundFailure('flood'));
    });
    const mux = createMux(carrier, { side: 'opener' });
    void mux.closed.then(({ violation }) => {
      if (violation !== null) this.#fail(unsoundFailure('violation'));
    });
    this.#network = { mux, port };
    this.#state.set({ status: 'listening' });
  }

  #fail(failure: LiveFailure): void {
    if (this.#isDisposed || this.#state.get().status === 'failed') return;
    this.#state.set({ status: 'failed', failure });
    this.dispose();
  }
}

function readStop(evidence: Evidence): StopOutcome {
  if (evidence.type === 'number') {
    return { status: 'kept', milliseconds: Math.round(evidence.value) };
  }
  if (evidence.type !== 'error') return { status: 'late' };
  const message = chatWords.stop.threw(describeThrown(evidence));
  const { location } = evidence;
  return { status: 'threw', failure: { message, hint: null, location } };
}
