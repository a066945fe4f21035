// Judges the frames that an analyser gives, call after call: each is the one that was sent, in the call that completes it.
import {
  type CheckContext,
  type Evidence,
  failForEnding,
  isSameBytes,
  propertyOf,
  showEvidence,
  SubjectEnded,
} from '../../../src/grading/index.ts';
import { expectPayload, expectStart } from '../expect-frame.ts';
import { type SampleFrame } from '../sample-frames.ts';
import { failFor, failForCall } from './call-failure.ts';
import { type AnalyserOptions, type PlayedCall, playFeeds } from './feed.ts';
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
