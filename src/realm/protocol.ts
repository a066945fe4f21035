// What a host and the agent beside the student's code say to each other, over a MessagePort or a pipe.
import type { ConsoleLine, Evidence } from '../evidence/evidence.ts';
import type { Cloneable, Ending, Freezable, LoadOutcome, Outcome } from './outcome.ts';

/** What the student's code is made of, given with the one `load` of a realm. */
export type LoadCommand = {
  readonly type: 'load';
  readonly id: number;
  /** Every file, by path relative to the student's directory. */
  readonly files: Readonly<Record<string, string>>;
  /** The modules to import, in order. */
  readonly modules: readonly string[];
  /** Bare packages that may be imported (`ws`). */
  readonly packages: readonly string[];
  readonly freeze: readonly Freezable[];
  /** Real milliseconds that a batch of calls, or a probe, may wait for promises before it counts as unsettled. */
  readonly patience: number;
  /** `real`: from here on time passes by itself, as for a program that is run rather than graded. */
  readonly time: 'virtual' | 'real';
};

export type CallCommand = {
  readonly type: 'call';
  readonly id: number;
  readonly module: string;
  readonly name: string;
  readonly argumentLists: readonly (readonly Cloneable[])[];
  /** Properties to read by name on each result, wherever they are defined. */
  readonly names: readonly string[];
};

export type ProbeCommand = {
  readonly type: 'probe';
  readonly id: number;
  readonly source: string;
  readonly input: Cloneable;
};

export type ClockCommand = { readonly type: 'clock'; readonly id: number } & (
  | { readonly action: 'now' }
  | { readonly action: 'settle' }
  | { readonly action: 'advance'; readonly milliseconds: number }
);

/** Asks for a sign of life: a realm whose event loop is blocked cannot answer. */
export type PingCommand = { readonly type: 'ping'; readonly id: number };

/** From the host to the agent. Each is answered by one reply of the same `id`; several may be under way at once. */
export type RealmCommand = LoadCommand | CallCommand | ProbeCommand | ClockCommand | PingCommand;

export type RealmReply =
  | { readonly type: 'loaded'; readonly id: number; readonly outcome: LoadOutcome }
  | { readonly type: 'called'; readonly id: number; readonly outcomes: readonly Outcome[] }
  | { readonly type: 'probed'; readonly id: number; readonly evidence: Evidence }
  | { readonly type: 'time'; readonly id: number; readonly now: number }
  | { readonly type: 'pong'; readonly id: number }
  /** The command made no sense there (no such export, a probe that does not compile): the grader's mistake. */
  | { readonly type: 'refused'; readonly id: number; readonly message: string };

/** How the student's code can end its own realm; the other endings are the host's to declare. */
export type OwnEnding = Extract<Ending, { reason: 'crashed' | 'deadline' | 'exited' | 'flood' }>;

export type RealmEvent =
  /** The agent listens: the student's code has not been touched yet. Deadlines count from here. */
  | { readonly type: 'ready' }
  | { readonly type: 'console'; readonly lines: readonly ConsoleLine[] }
  /** In real time, said once: the modules have loaded and nothing is left to do. Under Node the process would end here. */
  | { readonly type: 'idle' }
  /** The last message of a realm. */
  | { readonly type: 'ended'; readonly ending: OwnEnding };

/** From the agent to the host, who must treat it as hostile: the student's code lives in the same realm. */
export type RealmMessage = RealmReply | RealmEvent;
