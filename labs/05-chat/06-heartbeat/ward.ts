// Time and clients around a server that `surveiller` watches: who answers its Pings, who has gone mute, who is cut.
import {
  describeThrown,
  fail,
  propertyOf,
  type Random,
  type Subject,
  waitUntil,
} from '../../../src/grading/index.ts';
import { type Bench, isTrueIn, numberIn, openBench, textIn } from '../server-bench.ts';
import { PING, PONG, type Received, Visitor } from '../visitor.ts';
import { CALL, shownCall } from './messages.ts';

export const WATCH = { module: 'chat/coeur.js', name: 'surveiller' } as const;

/** The contract's own. */
export const DEFAULT_INTERVAL = 30_000;

/** A Pong leaves one or two slices after the Ping: within a quarter of an interval, as the contract promises. */
const SLICES = 8;

/** The tolerance of the contract, and the three intervals that it grants to dates read at ticks. */
export const LONGEST_LIFE = 3.03;

export type Patient = {
  readonly visitor: Visitor;
  /** Whether it still answers. */
  answers: boolean;
  /** Milliseconds after the call of `surveiller`. */
  readonly joinedAt: number;
  /** Its connection or its last Pong, whichever is later. */
  lastAlive: number;
  /** When it was seen cut. */
  goneAt: number | null;
  pongs: number;
  owed: readonly Received[];
};

export type Options = { readonly intervalle?: number } | null;

/** What `surveiller` gave back, and how many timers waited in the realm before it was called. */
export type Handle = {
  readonly kind: string;
  readonly canStop: boolean;
  readonly timersBefore: number;
};

/** Short, so that a delay written in the code shows; its eighth is whole. */
export function drawInterval(random: Random): number {
  return 80 * random.integer(10, 20);
}

/**
 * So short that a second, or half of one, granted before a cut outlasts the tolerance; an eighth is whole here too. Not
 * shorter: whoever looks at its dates four times a second still cuts in time.
 */
export function drawShortInterval(random: Random): number {
  return 8 * random.integer(35, 40);
}

export class Ward {
  readonly bench: Bench;
  readonly interval: number;
  readonly sent: string;
  readonly handle: Handle;
  readonly patients: Patient[] = [];
  /** Milliseconds since the call of `surveiller`. */
  elapsed = 0;
  readonly #random: Random;

  private constructor(bench: Bench, options: Options, handle: Handle, random: Random) {
    this.bench = bench;
    this.interval = options?.intervalle ?? DEFAULT_INTERVAL;
    this.sent = shownCall(options);
    this.handle = handle;
    this.#random = random;
  }

  /** A server of its own, and one call; what the call throws is the check's failure. */
  static async open(subject: Subject, random: Random, options: Options): Promise<Ward> {
    const bench = await openBench(subject, 'alone');
    return new Ward(bench, options, await watch(bench, options), random);
  }

  /** A client that answers Pings, or one that never says a word. */
  async join({ answers }: { readonly answers: boolean }): Promise<Patient> {
    const visitor = await Visitor.join(this.bench.subject, this.bench.port, this.#random);
    const [joinedAt, lastAlive] = [this.elapsed, this.elapsed];
    const patient = { visitor, answers, joinedAt, lastAlive, goneAt: null, pongs: 0, owed: [] };
    this.patients.push(patient);
    return patient;
  }

  /** Moves time; `look` is called after each slice. */
  async pass(milliseconds: number, look: () => void = () => undefined): Promise<void> {
    const { clock } = this.bench.subject;
    const end = this.elapsed + milliseconds;
    while (this.elapsed < end) {
      const slice = Math.min(this.interval / SLICES, end - this.elapsed);
      await clock.advance(slice);
      this.elapsed += slice;
      // What was sent in that slice is here, whatever carries it.
      await clock.settle();
      for (const patient of this.patients) await this.#attend(patient);
      await clock.settle();
      look();
    }
  }

  /** Lets a cut that was made arrive, without moving time. */
  async settleUntil(isDone: () => boolean): Promise<boolean> {
    const done = await waitUntil(this.bench.subject.clock, isDone, { within: 0 });
    for (const patient of this.patients) await this.#attend(patient);
    return done;
  }

  /** Stopped too, as far as it can be: what the student's file shares must not join one check to the next. */
  async close(): Promise<void> {
    await this.bench.probe(
      `try {
         const { handle } = bench;
         if (typeof handle === 'function') handle(); else handle.arreter();
       } catch {}
       return null;`,
    );
    await this.bench.close();
  }

  async #attend(patient: Patient): Promise<void> {
    const { visitor, owed } = patient;
    if (patient.goneAt === null && visitor.state !== 'open') patient.goneAt = this.elapsed;
    patient.owed = visitor.read().filter(({ opcode }) => opcode === PING);
    if (!patient.answers || visitor.state !== 'open') return;
    for (const { payload } of owed) {
      patient.pongs += 1;
      patient.lastAlive = this.elapsed;
      await visitor.send(PONG, payload);
    }
  }
}

async function watch(bench: Bench, options: Options): Promise<Handle> {
  const evidence = await bench.probe(
    `const args = input.options === null ? [bench.wss] : [bench.wss, input.options];
     const timersBefore = clock.timers().waiting;
     try {
       bench.handle = modules[input.module][input.name](...args);
     } catch (thrown) {
       return { thrown };
     }
     const { handle } = bench;
     const isPromise = typeof handle?.then === 'function';
     const canStop = !isPromise && (typeof handle === 'function' || typeof handle?.arreter === 'function');
     return { kind: isPromise ? 'promise' : handle === null ? 'null' : typeof handle, canStop, timersBefore };`,
    { ...WATCH, options },
  );
  const thrown = propertyOf(evidence, 'thrown');
  if (thrown.type !== 'undefined') {
    const what = thrown.type === 'error' ? describeThrown(thrown) : CALL.something;
    fail({
      message: CALL.threw(what),
      sent: shownCall(options),
      expected: CALL.expected,
      actual: CALL.exception(what),
      location: thrown.type === 'error' ? thrown.location : null,
      hint: options === null ? CALL.defaultHint : CALL.threwHint,
    });
  }
  return {
    kind: textIn(evidence, 'kind'),
    canStop: isTrueIn(evidence, 'canStop'),
    timersBefore: numberIn(evidence, 'timersBefore'),
  };
}
