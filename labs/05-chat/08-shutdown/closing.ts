// A server that `arreter` stops: who is connected to it, how each behaves when it is told to go, and what was promised.
import {
  describeThrown,
  fail,
  type Random,
  type Subject,
  waitUntil,
} from '../../../src/grading/index.ts';
import {
  type Bench,
  type BenchKind,
  type Look,
  openBench,
  type Promised,
} from '../server-bench.ts';
import { CLOSE, type Received, Visitor } from '../visitor.ts';
import { CALL, shownCall } from './messages.ts';

export const STOP = { module: 'chat/arret.js', name: 'arreter' } as const;

/** What the contract gives beyond `delai`, and what `delai` is without options. */
export const GRACE = 1_000;
export const DEFAULT_DELAY = 5_000;

const SLICES = 10;

/** Round trips in which the end of a connection that a guest has left reaches the server. */
const HEARING_ROUNDS = 12;

/** `polite`: answers a Close, then ends; `mute`: reads, and answers nothing. */
export type Habit = 'polite' | 'mute';

export type Guest = {
  readonly visitor: Visitor;
  readonly habit: Habit;
  /** Milliseconds after the Close at which it answers. */
  readonly patience: number;
  closedAt: number | null;
  hasAnswered: boolean;
  hasEnded: boolean;
  /** When it was seen that the server had ended or cut the connection. */
  goneAt: number | null;
};

export class Closing {
  readonly bench: Bench;
  readonly delay: number;
  readonly guests: Guest[] = [];
  /** Milliseconds since the first call of `arreter`. */
  elapsed = 0;
  /** Timers that waited in the realm before it. */
  timersBefore = 0;
  readonly #random: Random;
  readonly #hasDelay: boolean;
  #calls = 0;

  private constructor(bench: Bench, random: Random, delay: number | null) {
    this.bench = bench;
    this.delay = delay ?? DEFAULT_DELAY;
    this.#hasDelay = delay !== null;
    this.#random = random;
  }

  /** `delay` `null`: the option is left out. */
  static async open(
    subject: Subject,
    random: Random,
    { kind, delay }: { readonly kind: BenchKind; readonly delay: number | null },
  ): Promise<Closing> {
    const closing = new Closing(await openBench(subject, kind), random, delay);
    closing.timersBefore = (await closing.bench.look()).referenced;
    return closing;
  }

  get sent(): string {
    return shownCall(this.#hasDelay ? this.delay : null);
  }

  async join(habit: Habit, patience = 0): Promise<Guest> {
    const { subject, port } = this.bench;
    const visitor = await Visitor.join(subject, port, this.#random);
    const guest: Guest = {
      visitor,
      habit,
      patience,
      closedAt: null,
      hasAnswered: false,
      hasEnded: false,
      goneAt: null,
    };
    this.guests.push(guest);
    return guest;
  }

  async joinAll(count: number, habit: Habit): Promise<void> {
    for (let index = 0; index < count; index += 1) await this.join(habit);
  }

  /** `before` runs just before the call, in the same turn: what the server sends to its clients, for instance. */
  async call({
    before = '',
    input = {},
    times = 1,
  }: {
    readonly before?: string;
    readonly input?: Readonly<Record<string, number>>;
    readonly times?: number;
  } = {}): Promise<void> {
    this.#calls += times;
    await this.bench.probe(
      `${before}
       for (let count = 0; count < input.times; count += 1) {
         const options = { serveur: bench.serveur, wss: bench.wss };
         if (input.delay !== null) options.delai = input.delay;
         support.watch(bench, () => modules[input.module][input.name](options), clock);
       }
       await clock.settle();
       return null;`,
      { ...STOP, ...input, times, delay: this.#hasDelay ? this.delay : null },
    );
    await this.settle();
  }

  /** Lets what has been sent be answered, without moving time. */
  async settle(isDone: () => boolean = () => this.#isQuiet()): Promise<void> {
    const progress = () =>
      this.guests.reduce(
        (sum, { visitor, hasAnswered, hasEnded }) =>
          sum + visitor.frames.length + Number(hasAnswered) + Number(hasEnded),
        0,
      );
    const attended = () => {
      this.attend();
      return isDone();
    };
    await waitUntil(this.bench.subject.clock, attended, { within: 0, progress });
  }

  async pass(milliseconds: number): Promise<void> {
    const { clock } = this.bench.subject;
    const end = this.elapsed + milliseconds;
    while (this.elapsed < end) {
      const slice = Math.min(Math.ceil(this.delay / SLICES), end - this.elapsed);
      await clock.advance(slice);
      this.elapsed += slice;
      for (let round = 0; round < 3; round += 1) {
        this.attend();
        await clock.settle();
      }
    }
    this.attend();
  }

  /** Passes time until every promise is kept, at the latest when the contract says so; what was seen last. */
  async finish(): Promise<Look> {
    const last = this.delay + GRACE;
    let look = await this.#lookOnceHeard();
    while (look.calls.some(({ state }) => state === 'pending') && this.elapsed < last) {
      await this.pass(Math.min(Math.ceil(this.delay / SLICES), last - this.elapsed));
      look = await this.bench.look();
    }
    await this.settle();
    return this.bench.look();
  }

  /**
   * The realm once it has heard that guests are gone, or was given time enough to. A promise that is kept without time
   * passing is kept before it passes: how fast the end of a connection travels is no matter of the student's.
   */
  async #lookOnceHeard(): Promise<Look> {
    const present = () =>
      this.guests.filter(({ hasEnded, goneAt }) => !hasEnded && goneAt === null);
    let look = await this.bench.look();
    for (let round = 0; round < HEARING_ROUNDS && look.clients > present().length; round += 1) {
      await this.bench.subject.clock.settle();
      this.attend();
      look = await this.bench.look();
    }
    // What waits for that news takes a few turns more.
    await this.bench.subject.clock.settle();
    return this.bench.look();
  }

  /** Fails unless every call was kept in time. `say` is what the check was about. */
  expectKept({ calls }: Look): void {
    const broken = calls.find(({ state }) => state === 'rejected' || state === 'threw');
    if (broken !== undefined) this.#failForRejection(broken, calls.indexOf(broken));
    const pending = calls.findIndex(({ state }) => state === 'pending');
    if (pending === -1 && calls.length === this.#calls) return;
    fail({
      message: this.#calls > 1 ? CALL.onePending(pending) : CALL.pending,
      sent: this.sent,
      expected: CALL.inTime(this.delay + GRACE),
      actual: CALL.still(this.elapsed),
      hint: CALL.pendingHint,
    });
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  attend(): void {
    for (const guest of this.guests) this.#attend(guest);
  }

  #attend(guest: Guest): void {
    const { visitor, habit, patience } = guest;
    if (guest.closedAt === null && visitor.has(CLOSE)) guest.closedAt = this.elapsed;
    if (guest.goneAt === null && visitor.state !== 'open') guest.goneAt = this.elapsed;
    if (habit !== 'polite') return;
    if (
      !guest.hasAnswered &&
      guest.closedAt !== null &&
      visitor.state === 'open' &&
      this.elapsed - guest.closedAt >= patience
    ) {
      guest.hasAnswered = true;
      void visitor.send(CLOSE, closeOf(guest)?.payload);
    }
    // The server ends first; then the client does.
    if (!guest.hasEnded && visitor.state === 'ended') {
      guest.hasEnded = true;
      void visitor.end();
    }
  }

  /** Every polite guest has done all that it has to. */
  #isQuiet(): boolean {
    return this.guests.every(({ habit, hasEnded }) => habit !== 'polite' || hasEnded);
  }

  #failForRejection({ state, thrown }: Promised, index: number): never {
    const what = thrown.type === 'error' ? describeThrown(thrown) : CALL.something;
    fail({
      message: index > 0 ? CALL.laterRejected(index, what) : CALL.rejected(what),
      sent: this.sent,
      expected: CALL.kept,
      actual: state === 'threw' ? CALL.exception(what) : CALL.rejection(what),
      location: thrown.type === 'error' ? thrown.location : null,
      hint: index > 0 ? CALL.laterHint : CALL.rejectedHint,
    });
  }
}

export function closeOf({ visitor }: Guest): Received | undefined {
  return visitor.frames.find(({ opcode }) => opcode === CLOSE);
}

/** The code that a Close carries; `null` when it has none. */
export function codeOf({ payload }: Received): number | null {
  return payload.length < 2 ? null : ((payload[0] ?? 0) << 8) + (payload[1] ?? 0);
}

/** Even with the grace, short of the default: whoever ignores the option is late. */
export function drawDelay(random: Random): number {
  return 100 * random.integer(12, 38);
}
