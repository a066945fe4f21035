// Runs beside the student's code and does what the host commands: loads, calls, probes, moves time, and reports.
import type { SourceLocation } from '../evidence/evidence.ts';
import type { LoadCommand, RealmCommand, RealmMessage } from './protocol.ts';

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
  /** Real milliseconds, monotonic. */
  realNow(): number;
  /** Throws `error` where nobody catches it, as a throwing timer does. */
  raise(error: unknown): void;
  /** The first frame of a stack trace that is in a student's file. */
  locate(stack: string): SourceLocation | null;
};

export type Agent = {
  /** Obeys one command; the reply goes through `realm.send`. */
  receive(command: RealmCommand): void;
  /** Reports an uncaught exception or an unhandled rejection as the realm's end. */
  crashed(reason: unknown): void;
  /** Reports `process.exit(code)`; `stack` is taken at the call. */
  exited(code: number, stack: string): void;
};

export type CreateAgent = (realm: AgentRealm) => Agent;
