// Judges an analyser under 100,000 tiny frames: all come, each is the right one, and time does not grow faster than bytes.
import {
  type CheckContext,
  type Cloneable,
  type Evidence,
  fail,
  failForEnding,
  propertyOf,
  type Random,
  SubjectEnded,
} from '../../../src/grading/index.ts';
import {
  concatBytes,
  drawLongPayload,
  drawMaskingKey,
  OPCODES,
  sampleFrame,
  type SampleFrame,
} from '../sample-frames.ts';
import { failForCall } from './call-failure.ts';
import { MODULE, readFailure } from './feed.ts';
import { PLAY_ANALYSERS } from './feed-probe.ts';
import { FLOOD, STREAM } from './messages.ts';

/** Glued in one chunk: whoever copies what is left at each frame is out of time. */
const GLUED = 100_000;
const GLUED_PAYLOAD = 1;

/** In calls of their own, with data enough for a buffer that is never emptied to weigh. */
const APART = 10_000;
const APART_PAYLOAD = 100;

/** Real milliseconds, well below half a deadline. */
const WORD_PERIOD = 250;

/** A prime: what repeats after so many frames falls on no power of two. */
const PERIOD = 251;

type Flood = {
  /** `PERIOD` frames that differ. */
  readonly frames: readonly SampleFrame[];
  readonly heads: Uint8Array;
  readonly firsts: Uint8Array;
};

function drawFlood(random: Random, total: number, size: number, isMasked: boolean): Flood {
  const payload = drawLongPayload(random, PERIOD * size);
  const frames = Array.from({ length: PERIOD }, (_, index) =>
    sampleFrame({
      opcode: index % 3 === 0 ? OPCODES.text : OPCODES.binary,
      fin: index % 5 !== 0,
      payload: payload.slice(index * size, (index + 1) * size),
      key: isMasked ? drawMaskingKey(random) : null,
    }),
  );
  const heads = Uint8Array.from(frames, ({ bytes }) => bytes[0] ?? 0);
  const firsts = Uint8Array.from(frames, (frame) => frame.payload[0] ?? 0);
  return { frames, heads: repeated(heads, total), firsts: repeated(firsts, total) };
}

function repeated(period: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  for (let at = 0; at < size; at += period.length) {
    whole.set(period.subarray(0, Math.min(period.length, size - at)), at);
  }
  return whole;
}

export async function expectFlood(context: CheckContext): Promise<void> {
  const started = performance.now();
  await expectApart(context);
  await expectGlued(context, performance.now() - started);
}

/** `took`: real milliseconds of the frames that came apart. */
async function expectGlued(context: CheckContext, took: number): Promise<void> {
  const flood = drawFlood(context.random, GLUED, GLUED_PAYLOAD, true);
  const period = concatBytes(flood.frames.map(({ bytes }) => bytes));
  const data = repeated(period, (period.length / PERIOD) * GLUED);
  const sent = FLOOD.gluedSent(GLUED, data.length);
  const input = { ...inputOf(GLUED, GLUED_PAYLOAD), data, chunk: null, starts: null };
  const evidence = await playOnTime(context, input, (milliseconds) => ({
    message: FLOOD.deadline(
      FLOOD.frames(GLUED),
      milliseconds,
      FLOOD.frames(APART),
      Math.ceil(took),
    ),
    sent,
    hint: FLOOD.deadlineHint,
  }));
  expectAll(evidence, flood, sent);
}

async function expectApart(context: CheckContext): Promise<void> {
  const flood = drawFlood(context.random, APART, APART_PAYLOAD, false);
  const sent = FLOOD.apartSent(APART);
  const chunk = flood.frames[0]?.bytes ?? new Uint8Array();
  // FIN and opcode, length, first byte of the data: all that is looked at.
  const starts = concatBytes(flood.frames.map(({ bytes }) => bytes.slice(0, 3)));
  const input = { ...inputOf(APART, APART_PAYLOAD), data: null, chunk, starts };
  const evidence = await playOnTime(context, input, (milliseconds) => ({
    message: FLOOD.apartDeadline(FLOOD.frames(APART), milliseconds),
    sent,
    hint: FLOOD.apartDeadlineHint,
  }));
  expectAll(evidence, flood, sent);
}

function inputOf(total: number, payloadSize: number) {
  return {
    module: MODULE,
    payloadSize,
    heads: new Uint8Array(total),
    firsts: new Uint8Array(total),
  };
}

type Late = { readonly message: string; readonly sent: string; readonly hint: string };

async function playOnTime(
  { subject }: CheckContext,
  input: Cloneable,
  late: (milliseconds: number) => Late,
): Promise<Evidence> {
  // A realm gives up on a promise unless somebody is heard meanwhile: a hundred thousand awaits take a busy machine long.
  const word = setInterval(() => {
    void subject.clock.now().catch(() => undefined);
  }, WORD_PERIOD);
  try {
    return await subject.probe(PLAY_ANALYSERS, input);
  } catch (error) {
    if (!(error instanceof SubjectEnded)) throw error;
    const { ending } = error;
    if (ending.reason !== 'deadline' && ending.reason !== 'memory') throw error;
    const detail = late(ending.reason === 'deadline' ? ending.milliseconds : 0);
    return failForEnding(error, {
      ...detail,
      ...(ending.reason === 'memory' ? { message: FLOOD.memory } : {}),
      expected: FLOOD.onTime,
      actual: FLOOD.late,
    });
  } finally {
    clearInterval(word);
  }
}

function expectAll(evidence: Evidence, { heads, firsts }: Flood, sent: string): void {
  const failure = propertyOf(evidence, 'failure');
  if (failure.type !== 'null') failForFlood(failure, sent);
  const numberOf = (name: string): number => {
    const value = propertyOf(evidence, name);
    return value.type === 'number' ? value.value : 0;
  };
  const [came, pushed, odd] = [numberOf('count'), numberOf('pushed'), numberOf('odd')];
  const [gotHeads, gotFirsts] = ['heads', 'firsts'].map((name) => {
    const value = propertyOf(evidence, name);
    return value.type === 'bytes' ? value.bytes : new Uint8Array();
  });
  const other = heads.findIndex(
    (head, rank) =>
      rank < came &&
      (head !== gotHeads?.[rank] || firsts[rank] !== gotFirsts?.[rank] || rank === odd),
  );
  if (other !== -1) {
    fail({
      message: FLOOD.other(other),
      sent,
      expected: FLOOD.frame(heads[other] ?? 0, firsts[other] ?? 0),
      actual: FLOOD.frame(gotHeads?.[other] ?? 0, gotFirsts?.[other] ?? 0),
      hint: FLOOD.otherHint,
    });
  }
  if (came >= pushed && pushed > 0) return;
  fail({
    message: FLOOD.missing(came, pushed),
    sent,
    expected: FLOOD.frames(pushed),
    actual: FLOOD.frames(came),
    hint: FLOOD.missingHint,
  });
}

function failForFlood(failure: Evidence, sent: string): never {
  const isCut = propertyOf(failure, 'isCut');
  const call = readFailure(failure);
  if (isCut.type === 'boolean') {
    fail({
      message: STREAM.extra,
      sent,
      expected: FLOOD.onTime,
      actual: STREAM.endless,
      hint: STREAM.extraHint,
    });
  }
  if (call.status === 'skipped') return failForCall({ status: 'unsettled' }, sent, STREAM.nothing);
  return failForCall(call, sent, FLOOD.late);
}
