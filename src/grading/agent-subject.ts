// Turns a link to an agent into a Subject: ids, deadlines, endings, and distrust of every message.
import '../evidence/disposal-symbols.ts';
import type { ConsoleLine, Evidence } from '../evidence/evidence.ts';
import type { ByteStream } from '../mux/byte-stream.ts';
import type { Ending, LoadOutcome, Outcome } from '../realm/outcome.ts';
import type { RealmCommand, RealmReply } from '../realm/protocol.ts';
import type { AgentLink } from './agent-link.ts';
import { parseRealmMessage } from './realm-message.ts';
import {
  SubjectEnded,
  type Clock,
  type Cloneable,
  type Subject,
  type SubjectOptions,
} from './subject.ts';
import { Watchdog } from './watchdog.ts';

/** Real milliseconds. `boot` is how long a realm may take to say that it is ready: a cold machine is not a fault. */
const DEFAULT_DEADLINE = 2_000;
const BOOT_DEADLINE = 20_000;

/** Real milliseconds that a program's promises may take: it may wait for timers, which are real. */
const PROGRAM_PATIENCE = 10_000;

/** Deadlines that one command other than `load` may last while the realm still answers pings. */
const LONGEST_COMMAND = 10;

/** Console lines kept; a realm that sends many times more, or that many messages that mean nothing, is a flood. */
const KEPT_LINES = 2_000;
const FLOOD = 20_000;

/** The subject owns the realm from here on; `dispose` (or any ending) kills it. */
export function createAgentSubject(link: AgentLink, options: SubjectOptions): Subject {
  return new AgentSubject(link, options);
}

type Pending = {
  readonly reply: RealmReply['type'];
  readonly resolve: (reply: RealmReply) => void;
  readonly reject: (error: Error) => void;
  /** Runs from the moment when the realm is ready. */
  timer: ReturnType<typeof setTimeout> | null;
};

/** A command without its id, which the subject gives. */
type Order<Command> = Command extends unknown ? Omit<Command, 'id'> : never;

/** booting --ready--> running --any ending--> ended (pending commands rejected, realm killed) */
class AgentSubject implements Subject {
  readonly ended: Promise<Ending>;
  readonly clock: Clock;
  readonly console: ConsoleLine[] = [];
  answers = 0;
  readonly #link: AgentLink;
  readonly #options: SubjectOptions;
  readonly #deadline: number;
  readonly #pending = new Map<number, Pending>();
  readonly #watchdog: Watchdog;
  #bootTimer: ReturnType<typeof setTimeout>;
  #resolveEnded: (ending: Ending) => void = () => undefined;
  #ending: Ending | null = null;
  #running = false;
  #isIdle = false;
  #killed: Promise<void> = Promise.resolve();
  #lastId = 0;
  #noise = 0;
  #settling: Promise<void> | null = null;

  constructor(link: AgentLink, options: SubjectOptions) {
    this.#link = link;
    this.#options = options;
    this.#deadline = options.deadline ?? DEFAULT_DEADLINE;
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    this.clock = {
      now: () => this.#clockOrder({ type: 'clock', action: 'now' }),
      advance: async (milliseconds) => {
        await this.#clockOrder({ type: 'clock', action: 'advance', milliseconds });
      },
      settle: async () => {
        await this.#clockOrder({ type: 'clock', action: 'settle' });
      },
    };
    const watched = {
      ping: () => {
        this.#lastId += 1;
        link.post({ type: 'ping', id: this.#lastId });
      },
      silent: () => {
        this.#endAtDeadline();
      },
    };
    this.#watchdog = new Watchdog(watched, link.every);
    this.#bootTimer = setTimeout(() => {
      this.#end({ reason: 'deadline', milliseconds: BOOT_DEADLINE });
    }, BOOT_DEADLINE);
    link.listen({
      message: (data) => {
        this.#hear(data);
      },
      gone: (ending) => {
        this.#end(ending);
      },
    });
  }

  get #isProgram(): boolean {
    return this.#options.time === 'real';
  }

  async load(): Promise<LoadOutcome> {
    const { files, modules } = this.#options;
    const order = {
      type: 'load',
      files,
      modules,
      packages: this.#options.packages ?? [],
      freeze: this.#options.freeze ?? [],
      patience: this.#isProgram ? PROGRAM_PATIENCE : this.#deadline / 2,
      time: this.#options.time ?? 'virtual',
    } as const;
    return (await this.#order(order, 'loaded')).outcome;
  }

  async call(
    module: string,
    name: string,
    argumentLists: readonly (readonly Cloneable[])[],
    names: readonly string[] = [],
  ): Promise<readonly Outcome[]> {
    const reply = await this.#order({ type: 'call', module, name, argumentLists, names }, 'called');
    if (reply.outcomes.length !== argumentLists.length) {
      this.#end({ reason: 'flood' });
      throw new SubjectEnded({ reason: 'flood' });
    }
    return reply.outcomes;
  }

  async probe(source: string, input: Cloneable): Promise<Evidence> {
    return (await this.#order({ type: 'probe', source, input }, 'probed')).evidence;
  }

  async connect(port: number): Promise<ByteStream> {
    // A server that starts to listen in a promise's continuation is up once what is pending has run.
    await this.#settleOnce();
    return this.#link.connect(port);
  }

  accept(port: number): AsyncIterable<ByteStream> {
    return this.#link.accept(port);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end({ reason: 'disposed' });
    await this.#killed;
  }

  /** Those who ask in the same turn of our own event loop share one order. */
  #settleOnce(): Promise<void> {
    this.#settling ??= Promise.resolve().then(() => {
      this.#settling = null;
      return this.clock.settle();
    });
    return this.#settling;
  }

  async #clockOrder(order: Order<Extract<RealmCommand, { type: 'clock' }>>): Promise<number> {
    return (await this.#order(order, 'time')).now;
  }

  /** Sends one command and waits for the reply of the type that answers it. */
  #order<Type extends RealmReply['type']>(
    order: Order<RealmCommand>,
    type: Type,
  ): Promise<Extract<RealmReply, { type: Type }>> {
    if (this.#ending !== null) return Promise.reject(new SubjectEnded(this.#ending));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      // `#settle` resolves with the awaited type only.
      const resolveReply = resolve as (reply: RealmReply) => void;
      const pending: Pending = { reply: type, resolve: resolveReply, reject, timer: null };
      this.#pending.set(id, pending);
      if (this.#running) this.#limit(pending);
      this.#link.post({ ...order, id });
    });
  }

  /** A realm may answer pings for ever and a command never. */
  #limit(pending: Pending): void {
    if (this.#isProgram && pending.reply === 'loaded') return;
    const deadlines = pending.reply === 'loaded' ? 1 : LONGEST_COMMAND;
    pending.timer = setTimeout(() => {
      this.#endAtDeadline();
    }, this.#deadline * deadlines);
  }

  #hear(data: unknown): void {
    if (this.#ending !== null) return;
    const message = parseRealmMessage(data);
    if (message === null) {
      this.#countNoise();
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#becomeReady();
        return;
      case 'console':
        this.#print(message.lines);
        return;
      case 'idle':
        this.#becomeIdle();
        return;
      case 'ended':
        this.#end(message.ending);
        return;
      case 'pong':
        this.#watchdog.pong();
        return;
      case 'loaded':
      case 'called':
      case 'probed':
      case 'time':
      case 'refused':
        this.#settle(message);
    }
  }

  #becomeReady(): void {
    if (this.#running) {
      this.#countNoise();
      return;
    }
    this.#running = true;
    clearTimeout(this.#bootTimer);
    this.#watchdog.start(this.#deadline);
    for (const pending of this.#pending.values()) this.#limit(pending);
  }

  #becomeIdle(): void {
    if (this.#isIdle || !this.#isProgram) {
      this.#countNoise();
      return;
    }
    this.#isIdle = true;
    this.#options.onIdle?.();
  }

  #settle(reply: RealmReply): void {
    const pending = this.#pending.get(reply.id);
    if (pending === undefined || (reply.type !== pending.reply && reply.type !== 'refused')) {
      this.#countNoise();
      return;
    }
    this.#pending.delete(reply.id);
    this.answers += 1;
    if (pending.timer !== null) clearTimeout(pending.timer);
    if (reply.type === 'refused') pending.reject(new Error(`The realm refused: ${reply.message}`));
    else pending.resolve(reply);
  }

  #print(lines: readonly ConsoleLine[]): void {
    const room = KEPT_LINES - this.console.length;
    const kept = lines.slice(0, room);
    this.console.push(...kept);
    for (let extra = kept.length; extra < lines.length; extra += 1) this.#countNoise();
    if (kept.length > 0) this.#options.onConsole?.(kept);
  }

  #countNoise(): void {
    this.#noise += 1;
    if (this.#noise > FLOOD) this.#end({ reason: 'flood' });
  }

  #endAtDeadline(): void {
    const isHuge = this.#link.hasHugeMemory?.() ?? false;
    this.#end(isHuge ? { reason: 'memory' } : { reason: 'deadline', milliseconds: this.#deadline });
  }

  #end(ending: Ending): void {
    if (this.#ending !== null) return;
    this.#ending = ending;
    clearTimeout(this.#bootTimer);
    this.#watchdog.stop();
    for (const pending of this.#pending.values()) {
      if (pending.timer !== null) clearTimeout(pending.timer);
      pending.reject(new SubjectEnded(ending));
    }
    this.#pending.clear();
    this.#killed = this.#link.kill();
    this.#resolveEnded(ending);
  }
}
