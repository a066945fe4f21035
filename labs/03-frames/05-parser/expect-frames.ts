// Judges the frames that an analyser gives, call after call: each is the one that was sent, in the call that completes it.
import {
  type CheckContext,
  describeThrown,
  type Evidence,
  fail,
  failForEnding,
  isSameBytes,
  kindOf,
  propertyOf,
  showEvidence,
  SubjectEnded,
} from '../../../src/grading/index.ts';
import { expectPayload, expectStart } from '../expect-frame.ts';
import { type SampleFrame } from '../sample-frames.ts';
import { type AnalyserOptions, type FailedCall, type PlayedCall, playFeeds } from './feed.ts';
import { SENT, STREAM } from './messages.ts';
import { nameCut, type SampleStream, wholeFrames } from './sample-stream.ts';

/** One stream, in chunks, given to one analyser. */
export type Delivery = {
  readonly stream: SampleStream;
  readonly chunks: readonly Uint8Array[];
  /** How it was cut, in words. */
  readonly name: string;
  readonly options?: AnalyserOptions;
};

/** Each delivery has an analyser of its own, made just before its first chunk. */
export async function expectDeliveries(
  context: CheckContext,
  deliveries: readonly Delivery[],
  hint: string = STREAM.field,
): Promise<void> {
  const feeds = deliveries.flatMap(({ chunks }, stream) =>
    chunks.map((data) => ({ stream, data })),
  );
  const options = deliveries.map((delivery) => delivery.options ?? null);
  const { form, calls } = await playFeeds(context, feeds, { options }).catch((error: unknown) => {
    throw stuckIn(deliveries, error);
  });
  for (const [place, delivery] of deliveries.entries()) {
    const own = calls.filter((_, index) => feeds[index]?.stream === place);
    expectCalls(own, delivery, form, hint);
  }
}

/** A program that no longer answers, or that filled the memory: told apart from one that crashed. Never returns then. */
function stuckIn(deliveries: readonly Delivery[], error: unknown): unknown {
  const [delivery] = deliveries;
  if (!(error instanceof SubjectEnded) || delivery === undefined) return error;
  const { reason } = error.ending;
  if (reason !== 'deadline' && reason !== 'memory') return error;
  return failForEnding(error, {
    message: reason === 'memory' ? STREAM.stuckMemory : STREAM.stuck,
    sent: SENT.chunks('class', '', delivery.chunks),
    expected: STREAM.frames(delivery.stream.frames.length),
    actual: STREAM.nothing,
    where: deliveries.length === 1 ? delivery.name : null,
    hint: STREAM.stuckHint,
  });
}

/** `calls`: what each chunk of the delivery gave. */
export function expectCalls(
  calls: readonly PlayedCall[],
  delivery: Delivery,
  form: 'class' | 'factory',
  hint: string,
): void {
  const { stream, chunks } = delivery;
  const total = stream.frames.length;
  const max = delivery.options?.tailleMax ?? null;
  const sent = SENT.chunks(form, SENT.options(max), chunks);
  let received = 0;
  let given = 0;
  for (const [index, call] of calls.entries()) {
    received += chunks[index]?.length ?? 0;
    const where = STREAM.call(index + 1, calls.length, delivery.name, nameCut(stream, received));
    if (call.status === 'skipped') return;
    if (call.status !== 'returned') return failForCall(call, sent, where, chunks.length === 1);
    const whole = wholeFrames(stream, received);
    for (const frame of call.frames) {
      expectNext(frame, { delivery, sent, where, rank: given, received, whole, hint });
      given += 1;
    }
    if (call.isCut) failFor(STREAM.endless, sent, { where, hint: STREAM.endlessHint });
    if (given < whole) {
      const all = calls.reduce((sum, each) => sum + framesOf(each), 0);
      failForMissing({
        given,
        whole,
        came: call.frames.length,
        all,
        total,
        isWhole: chunks.length === 1,
        sent,
        where,
      });
    }
  }
}

const framesOf = (call: PlayedCall): number =>
  call.status === 'returned' ? call.frames.length : 0;

type Next = {
  readonly delivery: Delivery;
  readonly sent: string;
  readonly where: string;
  readonly rank: number;
  /** Bytes of the stream that have come, and frames that are whole with them. */
  readonly received: number;
  readonly whole: number;
  readonly hint: string;
};

function expectNext(value: Evidence, next: Next): void {
  const { delivery, sent, where, rank, received, whole, hint } = next;
  const { stream, name } = delivery;
  const frame = stream.frames[rank];
  const start = stream.starts[rank] ?? 0;
  if (frame === undefined) {
    failFor(STREAM.extra, sent, {
      where,
      hint: STREAM.extraHint,
      expected: STREAM.frames(stream.frames.length),
      actual: showEvidence(value),
    });
  }
  if (rank >= whole) {
    failFor(STREAM.early(received - start, frame.bytes.length), sent, {
      where,
      hint: STREAM.earlyHint,
      expected: STREAM.framesAtCall(0, whole),
      actual: showEvidence(value),
    });
  }
  expectNotSkipped(value, next, frame);
  const expectation = {
    frame,
    shape: STREAM.shape,
    place: (offset: number, what: string) =>
      STREAM.place(rank + 1, stream.frames.length, start + offset, what, name),
    after: stream.bytes.subarray(start + frame.bytes.length),
    hint,
  };
  expectStart({ value, sent }, expectation, true);
  expectPayload({ value, sent }, expectation);
}

/** A frame that was left out shows by the one that comes in its stead. */
function expectNotSkipped(
  value: Evidence,
  { delivery, sent, where, rank, whole }: Next,
  frame: SampleFrame,
): void {
  if (isThatFrame(value, frame)) return;
  const rest = delivery.stream.frames.slice(rank + 1, whole);
  if (!rest.some((each) => isThatFrame(value, each))) return;
  failFor(STREAM.skipped(rank + 1, frame.opcode), sent, {
    where,
    expected: STREAM.skippedExpected(frame.opcode, frame.payload.length),
    actual: showEvidence(value),
    hint: STREAM.skippedHint,
  });
}

function isThatFrame(value: Evidence, { opcode, payload }: SampleFrame): boolean {
  const came = propertyOf(value, 'opcode');
  const data = propertyOf(value, 'donnees');
  return (
    (came.type === 'number' || came.type === 'bigint') &&
    Number(came.value) === opcode &&
    data.type === 'bytes' &&
    isSameBytes(data.bytes, payload)
  );
}

type Missing = {
  readonly given: number;
  readonly whole: number;
  /** Frames of this very call, of all calls, of the whole stream. */
  readonly came: number;
  readonly all: number;
  readonly total: number;
  /** The stream came in one chunk. */
  readonly isWhole: boolean;
  readonly sent: string;
  readonly where: string;
};

function failForMissing({ given, whole, came, all, total, isWhole, sent, where }: Missing): never {
  const detail = {
    where,
    expected: STREAM.framesAtCall(whole - given + came, whole),
    actual: STREAM.framesAtCall(came, given),
  };
  if (came === 1 && whole - given > 0 && given === 1) {
    return failFor(STREAM.firstOnly(whole), sent, { ...detail, hint: STREAM.firstOnlyHint });
  }
  if (all === 0 && isWhole) {
    return failFor(STREAM.none, sent, { ...detail, hint: STREAM.noneHint });
  }
  if (all >= total) return failFor(STREAM.late, sent, { ...detail, hint: STREAM.lateHint });
  return failFor(all === 0 ? STREAM.noBuffer : STREAM.lost, sent, {
    ...detail,
    hint: STREAM.lostHint,
  });
}

type Detail = {
  readonly where: string;
  readonly hint: string;
  readonly expected?: string;
  readonly actual?: string;
};

function failFor(message: string, sent: string, detail: Detail): never {
  fail({ message, sent, expected: STREAM.aList, actual: STREAM.nothing, ...detail });
}

/** What went wrong in a call that gave no list of frames. */
export function failForCall(call: FailedCall, sent: string, where: string, isWhole = false): never {
  if (call.status === 'unsettled') {
    return failFor(STREAM.unsettled, sent, { where, hint: STREAM.unsettledHint });
  }
  const { value } = call;
  if (call.status === 'thrown' && isStackFull(value)) {
    return failForFullStack(value, { sent, where });
  }
  switch (call.status) {
    case 'notIterable':
      return failFor(STREAM.notIterable(kindOf(value)), sent, {
        where,
        actual: showEvidence(value),
        hint: STREAM.notIterableHint,
      });
    case 'notAnAnalyser':
      return failFor(STREAM.notAnAnalyser(kindOf(value)), sent, {
        where,
        expected: STREAM.anAnalyser,
        actual: showEvidence(value),
        hint: STREAM.notAnAnalyserHint,
      });
    case 'notMade':
    case 'thrown': {
      const isMade = call.status === 'thrown';
      const said = saidBy(value);
      const threwHint = isWhole ? STREAM.threwOnWholeHint : STREAM.threwHint;
      const isUnsettled = !isMade && value.type === 'null';
      fail({
        message: isUnsettled
          ? STREAM.notMadeUnsettled
          : isMade
            ? STREAM.threw(said)
            : STREAM.notMade(said),
        sent,
        expected: isMade ? STREAM.noException : STREAM.anAnalyser,
        actual: showEvidence(value),
        where,
        location: value.type === 'error' ? value.location : null,
        hint: isUnsettled ? STREAM.unsettledHint : isMade ? threwHint : STREAM.notMadeHint,
      });
    }
  }
}

/** Too many arguments, or too deep, as V8 says it, then SpiderMonkey. */
const isStackFull = (thrown: Evidence): boolean =>
  thrown.type === 'error' && /call stack|too much recursion|too many/i.test(thrown.message);

function failForFullStack(
  thrown: Evidence,
  { sent, where }: { readonly sent: string; readonly where: string },
): never {
  fail({
    message: STREAM.spread,
    sent,
    expected: STREAM.noException,
    actual: showEvidence(thrown),
    where,
    location: thrown.type === 'error' ? thrown.location : null,
    hint: STREAM.spreadHint,
  });
}

/** What was thrown, in words: an error, or any value with a `code`. */
export function saidBy(thrown: Evidence): string {
  return thrown.type === 'error' ? describeThrown(thrown) : showEvidence(thrown);
}

/** The `code` of what was thrown; `undefined` evidence when there is none. */
export function codeOf(thrown: Evidence): Evidence {
  if (thrown.type !== 'error') return propertyOf(thrown, 'code');
  const { code } = thrown;
  if (typeof code === 'number') return { type: 'number', value: code };
  return code === undefined
    ? { type: 'undefined' }
    : { type: 'string', value: code, length: code.length };
}
