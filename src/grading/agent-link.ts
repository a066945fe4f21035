// The seam under a Subject: what a kind of realm, a worker or a child process, must offer to be graded.
import type { ByteStream } from '../mux/byte-stream.ts';
import type { Ending } from '../realm/outcome.ts';
import type { RealmCommand } from '../realm/protocol.ts';
import type { Ticks } from './ticks.ts';

export type AgentLink = {
  /** Sends one command; never throws, even when the realm is gone. */
  post(command: RealmCommand): void;
  /** Called once, before the first `post`. `gone` tells that the realm ended by itself, with the best guess of why. */
  listen(handlers: AgentLinkHandlers): void;
  /** Ends the realm at once, whatever it is doing, and frees what it held. Called once. */
  kill(): Promise<void>;
  connect(port: number): Promise<ByteStream>;
  accept(port: number): AsyncIterable<ByteStream>;
  /** What the realm's silence is counted by. Default: the timers of whoever grades. */
  readonly every?: Ticks;
  /** Asked at the deadline: whether memory, rather than an endless loop, is what kept the realm from answering. */
  hasHugeMemory?(): boolean;
};

export type AgentLinkHandlers = {
  message(data: unknown): void;
  gone(ending: Ending): void;
};
