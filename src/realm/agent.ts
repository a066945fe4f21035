// Runs beside the student's code and does what the host commands: loads, calls, probes, moves time, and reports.
import { EvidenceEncoder } from '../evidence/encode.ts';
import type { SourceLocation } from '../evidence/evidence.ts';
import { captureHeaders } from '../evidence/host-headers.ts';
import { append, captureBuffer, PlainPromise } from '../evidence/primordials.ts';
import { callBatch } from './call-batch.ts';
import { installConsole } from './console-capture.ts';
import { freezeSources } from './freeze.ts';
import { LoadFailure } from './load-failure.ts';
import { LoadedModules } from './loaded-modules.ts';
import type { LoadOutcome } from './outcome.ts';
import { runProbe } from './probe.ts';
import type {
  ClockCommand,
  LoadCommand,
  OwnEnding,
  RealmCommand,
  RealmMessage,
} from './protocol.ts';
import type { Waiting } from './settlement.ts';
import { VirtualClock } from './virtual-clock.ts';
import { installVirtualTime, type VirtualTimers } from './virtual-date.ts';

/** How often, in real milliseconds, and how many times in a row a running program must have nothing to do. */
const IDLE_INTERVAL = 50;
const IDLE_LOOKS = 2;

/** What a realm (worker or Node child process) lends to its agent. Every member is captured before student code runs. */
export type AgentRealm = {
  /** The student's global object, on which time, console and chance are replaced. */
  readonly global: object;
  send(message: RealmMessage): void;
  /** Readies the loader before any student code; throws `LoadFailure` for what can be seen without running. */
  openModules(load: LoadCommand): Promise<void>;
  /** Imports one of the student's modules and gives its namespace; throws `LoadFailure` or what the module threw. */
  importModule(path: string): Promise<object>;
  /** Loads text of ours as a module and gives its namespace. */
  importSource(source: string): Promise<object>;
  /** One real turn of the event loop: microtasks, then whatever input has already arrived. */
  turn(): Promise<void>;
  /** Resolves once the engine's other threads have done, and told, what they were asked before: a digest, say. */
  threadsDone(): Promise<void>;
  /** Real milliseconds, monotonic. */
  realNow(): number;
  /** Real milliseconds since 1970. */
  realDate(): number;
  /** Calls back once, after at least so many real milliseconds. */
  wake(milliseconds: number, callback: () => void): void;
  /** Whether nothing outside the event loop can still call the student's code: no port listens. */
  isIdle(): boolean;
  /** Throws `error` where nobody catches it, as a throwing timer does. */
  raise(error: unknown): void;
  /** The first frame of a stack trace that is in a student's file. */
  locate(stack: string): SourceLocation | null;
  /** Puts the student's paths in place of the addresses under which the realm loaded the files. */
  tidy(text: string): string;
  /** What probes are lent besides, once the modules have been opened. */
  probeTools?(): object | undefined;
};

export type Agent = {
  /** Obeys one command; the reply goes through `realm.send`. */
  receive(command: RealmCommand): void;
  /** Reports an uncaught exception or an unhandled rejection as the realm's end. */
  crashed(reason: unknown): void;
  /** Reports `process.exit(code)`; `stack` is taken at the call. */
  exited(code: number, stack: string): void;
  /** Reports that the student's code held the thread for so long, in real milliseconds, and was stopped; `stack` is taken there. */
  stopped(milliseconds: number, stack: string): void;
  /** What a realm must give as `node:timers`; `setImmediate` takes no time and stays the realm's own. */
  readonly timers: VirtualTimers;
};

/** Replaces time and console on `realm.global` at once, so it is called last before student code may run. */
export function createAgent(realm: AgentRealm): Agent {
  return new RealmAgent(realm);
}

class RealmAgent implements Agent {
  readonly timers: VirtualTimers;
  readonly #realm: AgentRealm;
  readonly #clock: VirtualClock;
  readonly #modules = new LoadedModules();
  readonly #probes: { readonly source: string; readonly namespace: object }[] = [];
  #patience = 1_000;
  #ended = false;
  /** Real time at which a command last came: whoever waits is not forgotten while the host is still acting. */
  #heard = 0;

  constructor(realm: AgentRealm) {
    this.#realm = realm;
    this.#clock = new VirtualClock({
      turn: () => realm.turn(),
      threadsDone: () => realm.threadsDone(),
      raise: (error) => {
        realm.raise(error);
      },
      flood: () => {
        this.#end({ reason: 'flood' });
      },
    });
    this.timers = installVirtualTime(realm.global, this.#clock);
    installConsole(realm.global, {
      print: (line) => {
        realm.send({ type: 'console', lines: [line] });
      },
      locate: (stack) => realm.locate(stack),
      tidy: (text) => realm.tidy(text),
    });
    realm.send({ type: 'ready' });
  }

  receive(command: RealmCommand): void {
    if (command.type === 'ping') {
      this.#realm.send({ type: 'pong', id: command.id });
      return;
    }
    this.#heard = this.#realm.realNow();
    void this.#obey(command);
  }

  crashed(reason: unknown): void {
    this.#end({ reason: 'crashed', thrown: this.#encoder().thrown(reason) });
  }

  exited(code: number, stack: string): void {
    this.#end({ reason: 'exited', code, location: this.#realm.locate(stack) });
  }

  stopped(milliseconds: number, stack: string): void {
    this.#end({ reason: 'deadline', milliseconds, location: this.#realm.locate(stack) });
  }

  async #obey(command: Exclude<RealmCommand, { type: 'ping' }>): Promise<void> {
    try {
      const reply = await this.#replyTo(command);
      if (!this.#ended) this.#realm.send(reply);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unknown';
      this.#realm.send({ type: 'refused', id: command.id, message });
    }
  }

  async #replyTo(command: Exclude<RealmCommand, { type: 'ping' }>): Promise<RealmMessage> {
    const { id } = command;
    switch (command.type) {
      case 'load':
        return { type: 'loaded', id, outcome: await this.#load(command) };
      case 'call': {
        const batch = {
          callable: this.#modules.exported(command.module, command.name),
          argumentLists: command.argumentLists,
          names: command.names,
          encoder: this.#encoder(),
          waiting: this.#waiting(true),
        };
        return { type: 'called', id, outcomes: await callBatch(batch) };
      }
      case 'probe': {
        const evidence = await runProbe({
          namespace: await this.#compile(command.source),
          modules: this.#modules.all,
          input: command.input,
          clock: this.#clock,
          tools: this.#realm.probeTools?.(),
          encoder: this.#encoder(),
          waiting: this.#waiting(false),
        });
        return { type: 'probed', id, evidence };
      }
      case 'clock':
        await this.#moveClock(command);
        return { type: 'time', id, now: this.#clock.now() };
    }
  }

  async #load(load: LoadCommand): Promise<LoadOutcome> {
    this.#patience = load.patience;
    if (load.time === 'real') this.#runClock();
    // A worker has defined `Buffer` since this module was evaluated; student code has still to come.
    captureBuffer();
    captureHeaders(load.files);
    freezeSources(this.#realm.global, load.freeze);
    try {
      await this.#realm.openModules(load);
      for (let index = 0; index < load.modules.length; index += 1) {
        const path = load.modules[index];
        if (path !== undefined) this.#modules.add(path, await this.#realm.importModule(path));
      }
    } catch (error) {
      if (error instanceof LoadFailure) return error.outcome;
      return { status: 'thrown', thrown: this.#encoder().thrown(error) };
    }
    if (load.time === 'real') void this.#reportIdle();
    return this.#modules.outcome();
  }

  #runClock(): void {
    this.#clock.run({
      now: () => this.#realm.realNow(),
      date: () => this.#realm.realDate(),
      wake: (milliseconds, callback) => {
        this.#realm.wake(milliseconds, callback);
      },
    });
  }

  /** What the engine computes on another thread (a digest) shows nowhere: hence more than one look. */
  async #reportIdle(): Promise<void> {
    for (let quiet = 0; quiet < IDLE_LOOKS;) {
      await this.#pause(IDLE_INTERVAL);
      await this.#realm.turn();
      quiet = this.#clock.nextDue() === null && this.#realm.isIdle() ? quiet + 1 : 0;
    }
    if (!this.#ended) this.#realm.send({ type: 'idle' });
  }

  #pause(milliseconds: number): Promise<void> {
    return new PlainPromise<void>((resolve) => {
      this.#realm.wake(milliseconds, resolve);
    });
  }

  async #moveClock(command: ClockCommand): Promise<void> {
    if (command.action === 'advance') await this.#clock.advance(command.milliseconds);
    else if (command.action === 'settle') await this.#clock.settle();
  }

  /** `moving`: time goes to the next timer by itself; otherwise only the grader moves it. */
  #waiting(moving: boolean): Waiting {
    const started = this.#realm.realNow();
    const isRunning = this.#clock.isRunning;
    return {
      // Turn after turn would keep a processor busy for as long as a running program makes us wait.
      turn: () => (isRunning ? this.#pause(1) : this.#realm.turn()),
      realNow: () => this.#realm.realNow(),
      deadline: () => (moving || this.#heard < started ? started : this.#heard) + this.#patience,
      nextDue: () => (moving && !isRunning ? this.#clock.nextDue() : null),
      now: () => this.#clock.now(),
      advance: (milliseconds) => this.#clock.advance(milliseconds),
    };
  }

  /** A check plays the same probe many times; a module costs milliseconds, and keeps nothing from one call to the next. */
  async #compile(source: string): Promise<object> {
    for (let index = 0; index < this.#probes.length; index += 1) {
      const probe = this.#probes[index];
      if (probe?.source === source) return probe.namespace;
    }
    const namespace = await this.#realm.importSource(probeModule(source));
    append(this.#probes, { source, namespace });
    return namespace;
  }

  #encoder(): EvidenceEncoder {
    return new EvidenceEncoder({ locate: (stack) => this.#realm.locate(stack) });
  }

  #end(ending: OwnEnding): void {
    if (this.#ended) return;
    this.#ended = true;
    try {
      this.#realm.send({ type: 'ended', ending });
    } catch (error) {
      // At the bottom of a recursion there is no room to say it: whoever ends it again is heard.
      this.#ended = false;
      throw error;
    }
  }
}

/** A probe becomes a module, because compiling text in any other way needs `'unsafe-eval'`. */
function probeModule(source: string): string {
  return `export default async function (modules, input, clock, tools) {\n${source}\n}\n`;
}
