// A student's server online: its program in the sandbox, the tunnel to the relay, and what the page may know of both.
import { atom, computed, type ReadableAtom } from 'nanostores';
import type { ConsoleLine } from '../../evidence/evidence.ts';
import { liveWords } from '../../i18n/live.ts';
import {
  closeSentence,
  warningSentence,
  type PageRefusal,
  type StudentPage,
} from '../../live/index.ts';
import type { Program, Sandbox } from '../../sandbox/index.ts';
import type { LiveProgram } from '../live-program.ts';
import type { WireEvent } from '../inspector/wire-event.ts';
import { keepHolding, recallHolding } from './kept-holding.ts';
import {
  joinStates,
  type OnlineState,
  type ProgramState,
  type RelayState,
} from './online-state.ts';
import { endingFailure, startServer, unsoundFailure, type LiveStep } from './start-server.ts';
import { Tunnel } from './tunnel.ts';
import type { TunnelReport, Warning } from './tunnel-messages.ts';
import { VisitorLog, type Visitor } from './visitor-log.ts';

export type GoOnlineOptions = {
  readonly sandbox: Sandbox;
  readonly program: LiveProgram;
  /** How the program's module makes its server. */
  readonly made: Pick<LiveStep, 'export' | 'options'>;
};

export type Visits = {
  readonly visitors: readonly Visitor[];
  /** Those too old to be in the list included. */
  readonly total: number;
};

export interface OnlineServer {
  readonly state: ReadableAtom<OnlineState>;
  readonly visits: ReadableAtom<Visits>;
  /** What the relay reported that concerns no visitor in particular: sentences, each once. */
  readonly remarks: ReadableAtom<readonly string[]>;
  readonly console: ReadableAtom<readonly ConsoleLine[]>;
  /** Milliseconds since 1970 at which events count from. */
  readonly startedAt: number;
  /** Tells of every event from now on, in batches. */
  onBytes(listener: (events: readonly WireEvent[]) => void): void;
  /** Runs another program in place of the present one; visitors are cut, the address stays. */
  restart(program: LiveProgram): void;
  /** Frees everything. Idempotent. */
  stop(): void;
}

/** Starts the server, then claims a code: a program that does not listen goes nowhere. */
export function goOnline(options: GoOnlineOptions): OnlineServer {
  return new SandboxedServer(options);
}

class SandboxedServer implements OnlineServer {
  readonly state: ReadableAtom<OnlineState>;
  readonly visits = atom<Visits>({ visitors: [], total: 0 });
  readonly remarks = atom<readonly string[]>([]);
  readonly console = atom<readonly ConsoleLine[]>([]);
  #startedAt = Date.now();
  readonly #options: GoOnlineOptions;
  readonly #program = atom<ProgramState>({ status: 'starting' });
  readonly #relay = atom<RelayState>({ status: 'none' });
  readonly #isStopped = atom(false);
  readonly #log = new VisitorLog();
  readonly #listeners: ((events: readonly WireEvent[]) => void)[] = [];
  #tunnel: Tunnel | null = null;
  #running: Program | null = null;
  /** Grows with each start: what an older one still says is not heard. */
  #run = 0;

  constructor(options: GoOnlineOptions) {
    this.#options = options;
    this.state = computed([this.#isStopped, this.#program, this.#relay], joinStates);
    void this.#start(options.program);
  }

  get startedAt(): number {
    return this.#startedAt;
  }

  onBytes(listener: (events: readonly WireEvent[]) => void): void {
    this.#listeners.push(listener);
  }

  restart(program: LiveProgram): void {
    if (this.#isStopped.get()) return;
    if (this.#relay.get().status === 'over') this.#relay.set({ status: 'none' });
    this.#tunnel?.serve(null);
    void this.#start(program);
  }

  stop(): void {
    if (this.#isStopped.get()) return;
    this.#isStopped.set(true);
    this.#run += 1;
    // The tunnel closes without a word about each of its visitors.
    this.#tunnel?.close();
    this.#log.endAll();
    this.#showVisits();
    void this.#running?.dispose();
  }

  async #start({ files, module, packages, page }: LiveProgram): Promise<void> {
    const run = ++this.#run;
    const { sandbox, made } = this.#options;
    const step: LiveStep = { ...made, module, packages };
    void this.#running?.dispose();
    this.#running = null;
    this.console.set([]);
    this.#program.set({ status: 'starting' });
    try {
      const program = await sandbox.createProgram({
        files,
        modules: [module],
        packages,
        onConsole: (lines) => {
          if (run === this.#run) this.console.set([...this.console.get(), ...lines]);
        },
      });
      const outcome = await this.#serve(program, { step, page }, run);
      if (run === this.#run) this.#program.set(outcome);
    } catch {
      if (run === this.#run) this.#fail(liveWords.failure.notThere);
    }
  }

  async #serve(
    program: Program,
    { step, page }: { readonly step: LiveStep; readonly page: StudentPage | null },
    run: number,
  ): Promise<ProgramState> {
    const isOurs = (): boolean => run === this.#run;
    if (!isOurs()) {
      await program.dispose();
      return { status: 'starting' };
    }
    this.#running = program;
    void program.ended.then((ending) => {
      if (!isOurs() || ending.reason === 'disposed') return;
      this.#tunnel?.serve(null);
      this.#program.set({ status: 'failed', failure: endingFailure(ending) });
    });
    const outcome = await startServer(program, step);
    if (!isOurs()) return { status: 'starting' };
    if (outcome.status === 'failed') {
      void program.dispose();
      return outcome;
    }
    this.#openTunnel(page).serve({ network: program.takeNetworkPort(), port: outcome.port, run });
    return { status: 'running' };
  }

  #openTunnel(page: StudentPage | null): Tunnel {
    if (this.#tunnel !== null) {
      if (page !== null) this.#tunnel.givePage(page);
      return this.#tunnel;
    }
    this.#relay.set({ status: 'claiming' });
    const visits = this.#log.total;
    // A program may have been mended for long before it could go online.
    if (visits === 0) this.#startedAt = Date.now();
    this.#tunnel = new Tunnel(
      {
        page,
        resume: recallHolding(this.#options.program.module),
        startedAt: this.#startedAt,
        visits,
      },
      (report) => {
        if (!this.#isStopped.get()) this.#hear(report);
      },
      () => {
        this.#leaveRelay(liveWords.failure.noRelay);
      },
    );
    return this.#tunnel;
  }

  #hear(report: TunnelReport): void {
    switch (report.type) {
      case 'claimed': {
        keepHolding(this.#options.program.module, report.holding);
        const hasMoved = !report.isSame && this.#relay.get().status === 'cut';
        this.#relay.set({ status: 'claimed', claim: report.claim, hasMoved });
        break;
      }
      case 'cut': {
        const relay = this.#relay.get();
        if (relay.status === 'claimed') this.#relay.set({ ...relay, status: 'cut' });
        break;
      }
      case 'over': {
        const wasOnline = this.#relay.get().status !== 'claiming';
        const isNamed = report.code >= 4000;
        this.#leaveRelay(
          wasOnline || isNamed ? closeSentence(report.code) : liveWords.failure.noRelay,
        );
        break;
      }
      case 'page':
        this.#showPageRefusal(report.refusal);
        break;
      case 'warning':
        this.#warn(report.connection, report.warning);
        break;
      case 'left':
        this.#log.leave(report.connection);
        this.#showVisits();
        break;
      case 'events':
        this.#log.miss(report.untold);
        this.#take(report.events);
        break;
      case 'unsound':
        if (report.run !== this.#run) break;
        this.#tunnel?.serve(null);
        this.#program.set({ status: 'failed', failure: unsoundFailure(report.how) });
        this.#run += 1;
        void this.#running?.dispose();
        break;
    }
  }

  #take(events: readonly WireEvent[]): void {
    for (const event of events) this.#log.add(event);
    for (const listener of this.#listeners) listener(events);
    this.#showVisits();
  }

  #warn(connection: number | null, { reason, detail }: Warning): void {
    // The panel says why already, and better.
    if (reason === 'not-listening' && this.#program.get().status !== 'running') return;
    const sentence = warningSentence(reason, detail);
    if (connection !== null) {
      this.#log.remark(connection, sentence);
      this.#showVisits();
    } else if (!this.remarks.get().includes(sentence)) {
      this.remarks.set([...this.remarks.get(), sentence]);
    }
  }

  /** Only the last word on the page counts. */
  #showPageRefusal(refusal: PageRefusal | null): void {
    const sentences: readonly string[] = Object.values(liveWords.pageRefused);
    const others = this.remarks.get().filter((sentence) => !sentences.includes(sentence));
    this.remarks.set(refusal === null ? others : [...others, liveWords.pageRefused[refusal]]);
  }

  #showVisits(): void {
    this.visits.set({ visitors: this.#log.visitors, total: this.#log.total });
  }

  #leaveRelay(message: string): void {
    this.#tunnel?.close();
    this.#tunnel = null;
    // Nobody can reach it any more: it would run for nothing.
    void this.#running?.dispose();
    this.#relay.set({ status: 'over', failure: { message, hint: null, location: null } });
  }

  #fail(message: string): void {
    this.#program.set({ status: 'failed', failure: { message, hint: null, location: null } });
  }
}
