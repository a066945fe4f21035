// The link from a Subject to its agent in a child process: two pipes, a loopback, and a watch on what it takes.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import type { AgentLink, AgentLinkHandlers } from '../../grading/agent-link.ts';
import type { Ending } from '../../grading/subject.ts';
import type { Ticks } from '../../grading/ticks.ts';
import type { ByteStream } from '../../mux/byte-stream.ts';
import type { RealmCommand } from '../../realm/protocol.ts';
import { AGENT_CACHE } from './agent-file.ts';
import { childTicks, mainThreadOf } from './child-ticks.ts';
import { encodeFrame, FrameReader, SEAL_LENGTH } from './frame-pipe.ts';
import { MemoryWatch } from './memory-watch.ts';
import { parseFromChild, type ToChild } from './process-message.ts';
import type { StudentFolder } from './student-folder.ts';
import { StudentPorts } from './student-ports.ts';

/** Megabytes of JavaScript objects. */
const HEAP_CAP = 256;

/**
 * Kilobytes of stack, those of a worker in Chromium; Node alone has twice as many. A program that passes a chunk's bytes
 * as arguments, or recurses for each, must fall at the same place in both realms: near 63,000 arguments.
 */
const STACK_CAP = 500;

/** What V8 prints when the heap is full is near the start of what it prints. */
const ERRORS_KEPT = 16 * 1024;

export class ProcessLink implements AgentLink {
  readonly every: Ticks;
  readonly #folder: StudentFolder;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #ports = new StudentPorts();
  readonly #memory: MemoryWatch;
  /** Known to the agent and to us. */
  readonly #seal = randomBytes(SEAL_LENGTH);
  #handlers: AgentLinkHandlers | null = null;
  /** What waits for a route to be known to the child, in order; `null` when no route is being opened. */
  #held: ToChild[] | null = null;
  #openings = 0;
  #errors = '';

  /** The process starts `agent` at once, in `folder`, which the link removes at the end. */
  constructor(folder: StudentFolder, agent: string) {
    this.#folder = folder;
    this.#child = spawn(
      process.execPath,
      [
        '--no-warnings',
        `--max-old-space-size=${HEAP_CAP}`,
        `--stack-size=${STACK_CAP}`,
        agent,
        folder.path,
      ],
      {
        cwd: folder.path,
        // With one thread, what is asked last of the pool is done last: see `threadsDone`.
        env: { TZ: 'UTC', NODE_COMPILE_CACHE: AGENT_CACHE, UV_THREADPOOL_SIZE: '1' },
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
        windowsHide: true,
      },
    );
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', () => {
        resolve();
      });
      this.#child.once('error', () => {
        resolve();
      });
    });
    this.every = childTicks(mainThreadOf(this.#child.pid ?? 0));
    this.#memory = new MemoryWatch(this.#child.pid ?? 0, () => {
      this.#handlers?.gone({ reason: 'memory' });
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      if (this.#errors.length < ERRORS_KEPT) this.#errors += chunk.toString('latin1');
    });
    this.#outbox.on('error', ignore);
    this.#inbox.on('error', ignore);
    this.#outbox.write(this.#seal);
  }

  listen(handlers: AgentLinkHandlers): void {
    this.#handlers = handlers;
    const reader = new FrameReader(
      {
        received: (value) => {
          this.#receive(value);
        },
        broken: () => {
          handlers.gone({ reason: 'flood' });
        },
      },
      this.#seal,
    );
    this.#inbox.on('data', (chunk: Buffer) => {
      reader.push(chunk);
    });
    // `close` comes after the pipes have been read to their end: a last message is heard before this guess.
    this.#child.once('close', (code, signal) => {
      handlers.gone(this.#guess(code, signal));
    });
    this.#child.once('error', (error) => {
      handlers.gone(crash(error.message));
    });
  }

  post(command: RealmCommand): void {
    this.#send({ kind: 'command', command });
  }

  async kill(): Promise<void> {
    this.#memory.stop();
    this.#ports.close();
    this.#child.kill('SIGKILL');
    await this.#exited;
    this.#inbox.destroy();
    this.#outbox.destroy();
    this.#child.stderr?.destroy();
    await this.#folder[Symbol.asyncDispose]();
  }

  connect(port: number): Promise<ByteStream> {
    return this.#ports.connect(port);
  }

  accept(port: number): AsyncIterable<ByteStream> {
    this.#openings += 1;
    this.#held ??= [];
    return this.#ports.accept((actual) => {
      this.#write({ kind: 'route', port, actual });
      this.#openings -= 1;
      if (this.#openings > 0) return;
      const held = this.#held ?? [];
      this.#held = null;
      for (const message of held) this.#write(message);
    });
  }

  hasHugeMemory(): boolean {
    return this.#memory.resident > HEAP_CAP * 1024 * 1024;
  }

  get #outbox(): Writable {
    // The fourth of the `stdio` above, a pipe.
    return this.#child.stdio[3] as Writable;
  }

  get #inbox(): Readable {
    // The fifth of the `stdio` above, a pipe.
    return this.#child.stdio[4] as Readable;
  }

  /** A command that follows `accept()` must find its route already there. */
  #send(message: ToChild): void {
    if (this.#held === null) this.#write(message);
    else this.#held.push(message);
  }

  #write(message: ToChild): void {
    if (this.#outbox.writable) this.#outbox.write(encodeFrame(message));
  }

  #receive(value: unknown): void {
    const parsed = parseFromChild(value);
    switch (parsed?.kind) {
      case undefined:
        // The Subject counts what means nothing.
        this.#handlers?.message(null);
        return;
      case 'message':
        this.#handlers?.message(parsed.message);
        return;
      case 'listening':
        this.#ports.listening(parsed.port, parsed.actual);
        return;
      case 'closed':
        this.#ports.closed(parsed.port);
    }
  }

  #guess(code: number | null, signal: string | null): Ending {
    if (/heap out of memory|Allocation failed|heap limit/i.test(this.#errors))
      return { reason: 'memory' };
    if (code !== null) return { reason: 'exited', code, location: null };
    return crash(`The process was stopped by ${signal ?? 'an unknown signal'}`);
  }
}

function ignore(): void {
  // The end of the process is told by its `close` event.
}

function crash(message: string): Ending {
  return {
    reason: 'crashed',
    thrown: { name: 'Error', message, code: undefined, location: null },
  };
}
