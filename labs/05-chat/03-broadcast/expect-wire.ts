// Checks C2 and C7 of step 5.3: a real server of `ws`, real connections, and the frames that they carry.
import {
  type CheckContext,
  Conversation,
  decodeFrame,
  describeThrown,
  drawHandshake,
  encodeFrame,
  encodeUtf8,
  expectUpgrade,
  type Evidence,
  fail,
  hexadecimal,
  propertyOf,
  type Random,
  showEvidence,
  visibleText,
  waitForAnswers,
  waitUntil,
} from '../../../src/grading/index.ts';
import { CLOSE_HALL, HALL_THROWN, OPEN_HALL, SPEAK_IN_HALL, WS_MODULE } from './broadcast-probe.ts';
import { MODULE } from './broadcasts.ts';
import { name, WIRE } from './messages.ts';

const TEXT = 1;
const BINARY = 2;
const LISTENERS = 2;

/** As the data come to the student: by a message of `ws`, as a Buffer of the grader's, as a string. */
type Way = 'message' | 'buffer' | 'string';
const WAYS: readonly Way[] = ['message', 'buffer', 'string'];

export type Heard = {
  readonly way: Way;
  readonly sent: string;
  readonly rank: number;
  readonly frame: Uint8Array;
  readonly opcode: number;
  readonly payload: Uint8Array;
};

export async function expectTextFrames(context: CheckContext, text: string): Promise<void> {
  for (const { sent, rank, frame, opcode, way } of await hear(context, text, WIRE.nothingHint)) {
    if (opcode === TEXT) continue;
    fail({
      message: opcode === BINARY ? WIRE.binary(name(rank)) : WIRE.otherOpcode(name(rank), opcode),
      sent,
      expected: WIRE.textFrame,
      actual: `${hexadecimal(frame.subarray(0, 2))} …, opcode ${opcode}`,
      where: WIRE.whereOpcode,
      hint: way === 'string' ? WIRE.stringHint : WIRE.bufferHint,
    });
  }
}

export async function expectSamePayload(context: CheckContext, text: string): Promise<void> {
  const expected = encodeUtf8(text);
  for (const { sent, rank, payload } of await hear(context, text, WIRE.nothingBeyondHint)) {
    if (hexadecimal(payload, Infinity) === hexadecimal(expected, Infinity)) continue;
    const read = new TextDecoder().decode(payload);
    fail({
      message: WIRE.otherBytes(name(rank)),
      sent,
      expected: `${visibleText(text)} (${hexadecimal(expected, 24)})`,
      actual: `${visibleText(read)} (${hexadecimal(payload, 24)})`,
      where: WIRE.whereBytes(firstDifference(expected, payload)),
      hint: hintFor(text, read),
    });
  }
}

function hintFor(text: string, read: string): string {
  if (read.includes('[object')) return WIRE.objectHint;
  return read.trim() === text.trim() ? WIRE.blanksHint : WIRE.utf8Hint;
}

/**
 * Says the text in each way to a server where two clients listen; the first frame that each of them gets. `hint`: for
 * who gets none.
 */
async function hear(context: CheckContext, text: string, hint: string): Promise<readonly Heard[]> {
  const { subject } = context;
  const heard: Heard[] = [];
  for (const way of WAYS) {
    const port = await subject.probe(OPEN_HALL, { module: MODULE, ws: WS_MODULE });
    const number = port.type === 'number' ? port.value : 0;
    const listeners: Conversation[] = [];
    for (let rank = 0; rank < LISTENERS; rank += 1) {
      listeners.push(await enter(context, new Conversation(await subject.connect(number))));
    }
    const before = listeners.map(({ length }) => length);
    const sent = WIRE.sent[way](visibleText(text));
    const thrown = await speak(context, way, text, listeners[0]);
    await waitUntil(subject.clock, () =>
      listeners.every((each, rank) => each.length > (before[rank] ?? 0)),
    );
    for (let round = 0; round < 2; round += 1) await subject.clock.settle();
    const late = way === 'message' ? await subject.probe(HALL_THROWN, null) : thrown;
    for (const [rank, listener] of listeners.entries()) {
      const frame = listener.bytes.subarray(before[rank] ?? 0);
      const decoded = decodeFrame(frame);
      if (decoded === null) return failForNothing(rank, { sent, late, hint });
      const { opcode, payload } = decoded.frame;
      heard.push({ way, sent, rank, frame, opcode, payload });
    }
    await Promise.all(listeners.map((listener) => listener.end()));
    await subject.probe(CLOSE_HALL, null);
  }
  return heard;
}

async function enter(
  { subject, random }: CheckContext,
  conversation: Conversation,
): Promise<Conversation> {
  const handshake = drawHandshake(random, { target: '/' });
  await conversation.send(handshake.text);
  await waitForAnswers(subject.clock, [conversation]);
  expectUpgrade(conversation, { handshake, sent: visibleText(handshake.text) });
  return conversation;
}

async function speak(
  { subject, random }: CheckContext,
  way: Way,
  text: string,
  speaker: Conversation | undefined,
): Promise<Evidence> {
  const bytes = encodeUtf8(text);
  if (way !== 'message') {
    const input = { module: MODULE, text, bytes: way === 'buffer' ? bytes : null };
    return subject.probe(SPEAK_IN_HALL, input);
  }
  await speaker?.send(encodeFrame({ opcode: TEXT, payload: bytes, maskingKey: drawMask(random) }));
  return { type: 'null' };
}

const drawMask = (random: Random): Uint8Array => random.bytes(4);

type Silence = { readonly sent: string; readonly late: Evidence; readonly hint: string };

function failForNothing(rank: number, { sent, late, hint }: Silence): never {
  const thrown = propertyOf(late, 'thrown');
  const isThrown = thrown.type === 'error';
  fail({
    message: isThrown ? WIRE.threw(describeThrown(thrown)) : WIRE.nothing(name(rank)),
    sent,
    expected: WIRE.aFrame,
    actual: isThrown ? showEvidence(thrown) : WIRE.silence,
    location: isThrown ? thrown.location : null,
    hint,
  });
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? Math.min(one.length, other.length) : at;
}
