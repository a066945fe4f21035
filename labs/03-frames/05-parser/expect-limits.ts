// Judges what an analyser does of a size that is announced: refused in the call that completes the length, or taken.
import {
  type CheckContext,
  type Evidence,
  fail,
  failForEnding,
  type Random,
  showEvidence,
  SubjectEnded,
} from '../../../src/grading/index.ts';
import {
  concatBytes,
  drawLongPayload,
  drawMaskingKey,
  OPCODES,
  sampleFrame,
} from '../sample-frames.ts';
import { codeOf, failForCall } from './call-failure.ts';
import { type Delivery, expectCalls } from './expect-frames.ts';
import { type PlayedCall, playFeeds, thrownBy } from './feed.ts';
import { DELIVERY, LIMIT, SENT, STREAM } from './messages.ts';
import { streamOf } from './sample-stream.ts';

const TOO_BIG = 1009;
const PROTOCOL_ERROR = 1002;
const DEFAULT_MAX = 1_048_576;

export type Announced = {
  readonly length: bigint;
  readonly isMasked: boolean;
  /** `null`: the default. */
  readonly max: number | null;
};

/** Where the length ends: after byte 1, 3 or 9. */
const lengthEnd = (length: bigint): number => (length < 126n ? 2 : length < 65_536n ? 4 : 10);

/** The header alone, with its key: no byte of data ever comes. */
function headerOf({ length, isMasked }: Announced, key: Uint8Array): Uint8Array {
  const end = lengthEnd(length);
  const header = new Uint8Array(end + (isMasked ? 4 : 0));
  header[0] = 0x80 | OPCODES.binary;
  header[1] = (isMasked ? 0x80 : 0) | (end === 2 ? Number(length) : end === 4 ? 126 : 127);
  const view = new DataView(header.buffer);
  if (end === 4) view.setUint16(2, Number(length));
  if (end === 10) view.setBigUint64(2, length);
  if (isMasked) header.set(key, end);
  return header;
}

export function drawExcesses(random: Random): readonly Announced[] {
  const masked = (length: bigint, max: number | null = null) => ({ length, max, isMasked: true });
  const bare = (length: bigint, max: number | null = null) => ({ length, max, isMasked: false });
  return [
    masked(2n ** 31n),
    masked(2n ** 60n),
    bare(2n ** 63n + 5n),
    // Whoever reads the low half only finds a small frame.
    bare(2n ** 32n + BigInt(random.integer(3, 100))),
    masked(BigInt(random.integer(2 ** 33, 2 ** 45))),
    masked(BigInt(DEFAULT_MAX + 1)),
    masked(101n, 100),
    bare(BigInt(random.integer(102, 124)), 100),
    masked(1_001n, 1_000),
    bare(BigInt(random.integer(40_000, 65_535)), 1_000),
    masked(70_001n, 70_000),
  ];
}

/**
 * The first alone: it is the one on which a 32-bit shift never ends. Each comes in one chunk, then byte by byte, then
 * behind a frame that is whole.
 */
export async function expectRefusals(
  context: CheckContext,
  [first, ...others]: readonly Announced[],
): Promise<void> {
  if (first !== undefined) await expectRefused(context, [first]);
  await expectRefused(context, others);
}

async function expectRefused(context: CheckContext, excesses: readonly Announced[]): Promise<void> {
  const attempts = excesses.flatMap((announced) => {
    const header = headerOf(announced, drawMaskingKey(context.random));
    const toTheLength = header.slice(0, lengthEnd(announced.length));
    const bytes = Array.from(toTheLength, (byte) => Uint8Array.of(byte));
    const { bytes: before } = sampleFrame({
      opcode: OPCODES.text,
      payload: context.random.bytes(4),
    });
    const behind = concatBytes([before, header]);
    return [
      { announced, start: 0, sent: header, chunks: [header], say: LIMIT.sent },
      { announced, start: 0, sent: toTheLength, chunks: bytes, say: LIMIT.sentByByte },
      { announced, start: before.length, sent: behind, chunks: [behind], say: LIMIT.sent },
    ];
  });
  const feeds = attempts.flatMap(({ chunks }, stream) => chunks.map((data) => ({ stream, data })));
  const options = attempts.map(({ announced: { max } }) =>
    max === null ? null : { tailleMax: max },
  );
  const { form, calls } = await playFeeds(context, feeds, { options }).catch((error: unknown) => {
    throw stuckOn(excesses, attempts[0]?.sent ?? new Uint8Array(), error);
  });
  for (const [place, { announced, start, sent, say }] of attempts.entries()) {
    const own = calls.filter((_, index) => feeds[index]?.stream === place);
    expectThrown(own, announced, start, say(form, SENT.options(announced.max), sent));
  }
}

/** The realm may die of a length that was misread. */
function stuckOn(
  [first, ...others]: readonly Announced[],
  header: Uint8Array,
  error: unknown,
): unknown {
  if (!(error instanceof SubjectEnded) || first === undefined) return error;
  const { reason } = error.ending;
  if (reason !== 'deadline' && reason !== 'memory') return error;
  const name = others.length === 0 ? LIMIT.bytes(nameOf(first.length)) : LIMIT.severalLengths;
  return failForEnding(error, {
    message: (reason === 'memory' ? LIMIT.memory : LIMIT.stuck)(name),
    sent: LIMIT.sent('class', SENT.options(first.max), header),
    expected: LIMIT.alive,
    actual: LIMIT.gone,
    where: LIMIT.where(lengthEnd(first.length) - 1, name),
    hint: LIMIT.stuckHint,
  });
}

function expectThrown(
  calls: readonly PlayedCall[],
  { length, max }: Announced,
  start: number,
  sent: string,
): void {
  const isNegative = length >= 2n ** 63n;
  const codes = isNegative ? [TOO_BIG, PROTOCOL_ERROR] : [TOO_BIG];
  const where = LIMIT.where(start + lengthEnd(length) - 1, nameOf(length));
  const limit = max === null ? LIMIT.defaultMax : String(max);
  const failed = calls.find(({ status }) => status !== 'returned');
  const frames = calls.reduce(
    (sum, call) => sum + (call.status === 'returned' ? call.frames.length : 0),
    0,
  );
  if (failed === undefined || failed.status === 'skipped' || failed.status === 'returned') {
    fail({
      message: calls.some((call) => call.status === 'returned' && call.isCut)
        ? STREAM.endless
        : LIMIT.notThrown(nameOf(length), limit),
      sent,
      expected: LIMIT.expected(codes),
      actual: LIMIT.nothingThrown(frames),
      where,
      hint: start === 0 ? LIMIT.notThrownHint : LIMIT.behindHint,
    });
  }
  if (failed.status !== 'thrown') failForCall(failed, sent, where);
  const code = codeOf(failed.value);
  if (code.type === 'number' && codes.includes(code.value)) return;
  fail({
    message: code.type === 'undefined' ? LIMIT.noCode : LIMIT.otherCode(showEvidence(code)),
    sent,
    expected: LIMIT.expected(codes),
    actual: showEvidence(failed.value),
    where,
    location: failed.value.type === 'error' ? failed.value.location : null,
    hint: code.type === 'string' ? LIMIT.textCodeHint : LIMIT.otherCodeHint,
  });
}

const POWERS = [31, 60];

/** `2^31` rather than ten digits that nobody counts. */
function nameOf(length: bigint): string {
  const power = POWERS.find((each) => length === 2n ** BigInt(each));
  return power === undefined ? String(length) : `2^${power}`;
}

/** Sizes that are within the limit, at its very edge, one frame after the other; then headers alone. */
export async function expectAcceptances(context: CheckContext): Promise<void> {
  const { random } = context;
  const deliveries = [
    deliver(random, [100, 100, 60], 100, false),
    deliver(random, [1_000, 999, 1_000], 1_000, true),
    deliver(random, [70_000], 70_000, true),
    announce(random, BigInt(DEFAULT_MAX), null),
    announce(random, BigInt(random.integer(1_100_000, 2_000_000)), 2_000_000),
  ];
  const feeds = deliveries.flatMap(({ chunks }, stream) =>
    chunks.map((data) => ({ stream, data })),
  );
  const options = deliveries.map((delivery) => delivery.options ?? null);
  const { form, calls } = await playFeeds(context, feeds, { options });
  for (const [place, delivery] of deliveries.entries()) {
    const own = calls.filter((_, index) => feeds[index]?.stream === place);
    const refusal = thrownBy(own);
    const { chunks, stream } = delivery;
    const max = delivery.options?.tailleMax ?? null;
    if (refusal !== null && isCoded(refusal)) {
      failForRefusal(refusal, {
        length: stream.frames[0]?.payload.length ?? delivery.length,
        limit: max === null ? LIMIT.defaultMax : String(max),
        sent: SENT.chunks(form, SENT.options(max), chunks),
      });
    }
    expectCalls(own, delivery, form, STREAM.field);
  }
}

type Acceptable = Delivery & { readonly length: number };

function deliver(
  random: Random,
  sizes: readonly number[],
  max: number,
  isCut: boolean,
): Acceptable {
  const stream = streamOf(
    sizes.map((size, rank) =>
      sampleFrame({
        opcode: OPCODES.binary,
        payload: drawLongPayload(random, size),
        key: rank % 2 === 0 ? drawMaskingKey(random) : null,
      }),
    ),
  );
  const half = Math.ceil(stream.bytes.length / 2);
  const chunks = isCut ? [stream.bytes.slice(0, half), stream.bytes.slice(half)] : [stream.bytes];
  return {
    stream,
    chunks,
    name: DELIVERY.whole,
    options: { tailleMax: max },
    length: sizes[0] ?? 0,
  };
}

/** The header alone, which must not be refused: the data may still come. */
function announce(random: Random, length: bigint, max: number | null): Acceptable {
  const header = headerOf({ length, isMasked: true, max }, drawMaskingKey(random));
  const stream = { frames: [], bytes: header, starts: [0] };
  const options = max === null ? null : { tailleMax: max };
  return { stream, chunks: [header], name: DELIVERY.header, options, length: Number(length) };
}

const isCoded = (thrown: Evidence): boolean => codeOf(thrown).type === 'number';

type Refusal = { readonly length: number; readonly limit: string; readonly sent: string };

function failForRefusal(thrown: Evidence, { length, limit, sent }: Refusal): never {
  fail({
    message: LIMIT.refused(length, limit),
    sent,
    expected: LIMIT.accepted,
    actual: showEvidence(thrown),
    location: thrown.type === 'error' ? thrown.location : null,
    where: LIMIT.where(lengthEnd(BigInt(length)) - 1, String(length)),
    hint: LIMIT.refusedHint,
  });
}
