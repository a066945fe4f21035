// Turns a link to an agent into a Subject: ids, deadlines, endings, and distrust of every message.
import type { ByteStream } from '../mux/byte-stream.ts';
import type { RealmCommand } from '../realm/protocol.ts';
import type { Ending, Subject, SubjectOptions } from './subject.ts';

/** What a kind of realm must offer to be graded. */
export type AgentLink = {
  /** Sends one command; never throws, even when the realm is gone. */
  post(command: RealmCommand): void;
  /** Called once, before the first `post`. `gone` tells that the realm ended by itself, with the best guess of why. */
  listen(handlers: { message(data: unknown): void; gone(ending: Ending): void }): void;
  /** Ends the realm at once, whatever it is doing. Called once. */
  kill(): Promise<void>;
  connect(port: number): Promise<ByteStream>;
  accept(port: number): AsyncIterable<ByteStream>;
};

export type CreateAgentSubject = (link: AgentLink, options: SubjectOptions) => Subject;
