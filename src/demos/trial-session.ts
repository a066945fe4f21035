// One run of the server that one tries: its program in the sandbox, one visitor, and in French whatever goes wrong.
import type { ConsoleLine, SourceLocation } from '../evidence/evidence.ts';
import { endingVerdict } from '../grading/ending-verdict.ts';
import { loadFailure } from '../grading/load-verdict.ts';
import { SubjectEnded } from '../grading/subject.ts';
import { demos } from '../i18n/demos.ts';
import { inspector } from '../i18n/inspector.ts';
import type { WireEvent } from '../lab/inspector/index.ts';
import {
  createMux,
  messagePortCarrier,
  StreamReset,
  type ByteStream,
  type Mux,
} from '../mux/index.ts';
import type { Program, Sandbox } from '../sandbox/index.ts';
import type { Message } from '../wire/index.ts';
import { Visitor, type VisitEnding } from './visitor.ts';

const words = demos.trial.failures;

/** Where the ten lines listen. */
const PORT = 8080;
const HOST = 'localhost:8080';

/** Real milliseconds given to `listen`, then to the opening handshake. */
const LISTEN_PATIENCE = 1_000;
const HANDSHAKE_PATIENCE = 2_500;
const RETRY_INTERVAL = 50;

export type TrialFailure = {
  readonly message: string;
  readonly hint: string | null;
  readonly location: SourceLocation | null;
};

export type TrialHandlers = {
  /** The visitor is in: `send` may be called. */
  opened(): void;
  message(message: Message): void;
  wire(event: WireEvent): void;
  console(lines: readonly ConsoleLine[]): void;
  /** Called at most once, last. */
  failed(failure: TrialFailure): void;
};

/** starting ──101──► open ──any failure, stop()──► over */
export class TrialSession {
  readonly #handlers: TrialHandlers;
  readonly #file: string;
  readonly #began = performance.now();
  #program: Program | null = null;
  #visitor: Visitor | null = null;
  #mux: Mux | null = null;
  #state: 'running' | 'over' = 'running';
  #handshakeTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(file: string, handlers: TrialHandlers) {
    this.#file = file;
    this.#handlers = handlers;
  }

  /** Never rejects. */
  async start(sandbox: Sandbox, code: string): Promise<void> {
    try {
      const program = await this.#load(sandbox, code);
      if (program === null) return;
      const stream = await this.#connect(program);
      if (stream === null)
        this.#fail({ message: words.notListening, hint: words.notListeningHint });
      else this.#visit(stream);
    } catch (error) {
      if (error instanceof SubjectEnded) this.#fail(endingVerdict(error.ending).detail);
      else this.#fail({ message: words.unavailable, hint: words.unavailableHint });
    }
  }

  send(text: string): void {
    this.#visitor?.send(text);
  }

  get isOpen(): boolean {
    return this.#visitor?.isOpen ?? false;
  }

  /** Frees everything; nothing more is told. */
  stop(): void {
    this.#state = 'over';
    if (this.#handshakeTimer !== null) clearTimeout(this.#handshakeTimer);
    this.#visitor?.leave();
    this.#mux?.close();
    void this.#program?.dispose();
  }

  /** A method, since the state changes while something is awaited. */
  #isOver(): boolean {
    return this.#state === 'over';
  }

  /** `null` when it failed, or was stopped meanwhile. */
  async #load(sandbox: Sandbox, code: string): Promise<Program | null> {
    const program = await sandbox.createProgram({
      files: { [this.#file]: code },
      modules: [this.#file],
      packages: ['ws'],
      onConsole: (lines) => {
        if (!this.#isOver()) this.#handlers.console(lines);
      },
    });
    this.#program = program;
    if (this.#isOver()) {
      await program.dispose();
      return null;
    }
    void program.ended.then((ending) => {
      this.#fail(endingVerdict(ending).detail);
    });
    const failure = loadFailure(await program.load(), { exports: {}, checks: [] });
    if (failure !== null) this.#fail(failure);
    return failure === null && !this.#isOver() ? program : null;
  }

  /** `null` when nothing listens after a while: a server may start to listen a little after it has loaded. */
  async #connect(program: Program): Promise<ByteStream | null> {
    const mux = createMux(messagePortCarrier(program.takeNetworkPort()), { side: 'opener' });
    this.#mux = mux;
    const until = performance.now() + LISTEN_PATIENCE;
    for (;;) {
      try {
        return await mux.connect({ port: PORT });
      } catch (error) {
        if (!(error instanceof StreamReset) || error.reason !== 'refused') throw error;
        if (performance.now() > until) return null;
        await new Promise((resolve) => setTimeout(resolve, RETRY_INTERVAL));
      }
    }
  }

  #visit(stream: ByteStream): void {
    if (this.#isOver()) return;
    const at = (): number => performance.now() - this.#began;
    this.#handlers.wire({ kind: 'opened', connection: 1, at: at(), label: demos.trial.visitor });
    this.#handshakeTimer = setTimeout(() => {
      this.#fail({ message: words.noHandshake, hint: words.handshakeHint });
    }, HANDSHAKE_PATIENCE);
    this.#visitor = new Visitor(stream, HOST, {
      opened: () => {
        if (this.#handshakeTimer !== null) clearTimeout(this.#handshakeTimer);
        this.#handlers.opened();
      },
      message: (message) => {
        this.#handlers.message(message);
      },
      bytes: (direction, bytes) => {
        const event = { kind: 'bytes', connection: 1, at: at(), direction, omitted: 0 } as const;
        this.#handlers.wire({ ...event, bytes });
      },
      ended: (ending) => {
        // A program that crashes cuts its connections first: its own ending says more.
        setTimeout(() => {
          this.#fail(visitFailure(ending));
        }, RETRY_INTERVAL);
      },
    });
  }

  #fail(
    failure: Omit<TrialFailure, 'location'> & { readonly location?: SourceLocation | null },
  ): void {
    if (this.#isOver()) return;
    this.stop();
    const { message, hint, location = null } = failure;
    this.#handlers.failed({ message, hint, location });
  }
}

function visitFailure(ending: VisitEnding): Omit<TrialFailure, 'location'> {
  switch (ending.why) {
    case 'refused':
      return { message: words.refused(ending.status), hint: words.handshakeHint };
    case 'bad-handshake':
      return {
        message: words.badHandshake(inspector.faults[ending.error.code]),
        hint: words.handshakeHint,
      };
    case 'bad-frame':
      return { message: words.badFrame(inspector.faults[ending.error.code]), hint: words.again };
    case 'closed':
      return { message: words.closed(ending.code), hint: words.again };
    case 'cut':
      return { message: words.cut, hint: words.again };
  }
}
