// The student's chat as the checks of step 5.1 use it: started with some options, reached by its port, stopped.
import {
  Conversation,
  decodeFrame,
  describeThrown,
  type Evidence,
  fail,
  kindOf,
  propertyOf,
  showEvidence,
  type Subject,
  SubjectEnded,
} from '../../../src/grading/index.ts';
import { type Options, START_CHAT, STOP_CHAT } from './chat-probe.ts';
import { START, STOP } from './messages.ts';

export const MODULE = 'chat/serveur.js';

export type Chat = {
  readonly port: number;
  readonly place: number;
  /** The call that started it, as the student would write it. */
  readonly sent: string;
};

const MOST = 65_535;

/** Starts one; fails the check when that gives anything else than a chat whose port can be reached. */
export async function start(subject: Subject, options: Options): Promise<Chat> {
  const sent = START.call(options);
  const evidence = await subject.probe(START_CHAT, { module: MODULE, options });
  const stage = propertyOf(evidence, 'stage');
  if (stage.type !== 'null') failStart(stage, evidence, sent);
  const port = propertyOf(evidence, 'port');
  const number = port.type === 'number' || port.type === 'bigint' ? Number(port.value) : Number.NaN;
  if (!Number.isInteger(number) || number < 1 || number > MOST) {
    fail({
      message: number === 0 ? START.zero : START.noPort(kindOf(port)),
      sent,
      expected: START.aPort,
      actual: `port : ${showEvidence(port)}`,
      hint: START.portHint,
    });
  }
  const place = propertyOf(evidence, 'place');
  return { port: number, place: place.type === 'number' ? place.value : -1, sent };
}

/** `null` when it started, and gave something else than a chat. */
export async function startUnlessThrown(subject: Subject, options: Options): Promise<Chat | null> {
  const sent = START.call(options);
  const evidence = await subject.probe(START_CHAT, { module: MODULE, options });
  const stage = propertyOf(evidence, 'stage');
  if (stage.type === 'string' && (stage.value === 'threw' || stage.value === 'unsettled')) {
    failStart(stage, evidence, sent);
  }
  const place = propertyOf(evidence, 'place');
  const port = propertyOf(evidence, 'port');
  if (place.type !== 'number' || port.type !== 'number') return null;
  return { port: port.value, place: place.value, sent };
}

export async function stop(subject: Subject, { place, sent }: Chat): Promise<void> {
  const evidence = await subject.probe(STOP_CHAT, { place });
  if (evidence.type === 'null') return;
  const thrown = propertyOf(evidence, 'thrown');
  const isThrown = thrown.type === 'error';
  fail({
    message: isThrown ? STOP.threw(describeThrown(thrown)) : STOP.unsettled,
    sent: `${sent} ; arreter()`,
    expected: STOP.freed,
    actual: isThrown ? showEvidence(thrown) : STOP.pending,
    location: isThrown ? thrown.location : null,
    hint: isThrown ? STOP.threwHint : STOP.unsettledHint,
  });
}

/** `null` when nobody listens there. */
export async function tryToConnect(subject: Subject, port: number): Promise<Conversation | null> {
  try {
    return new Conversation(await subject.connect(port));
  } catch (error) {
    if (error instanceof SubjectEnded) throw error;
    return null;
  }
}

/** Opens a connection; a port that refuses is the check's failure. */
export async function connectTo(subject: Subject, chat: Chat): Promise<Conversation> {
  const conversation = await tryToConnect(subject, chat.port);
  if (conversation !== null) return conversation;
  fail({
    message: START.refused(chat.port),
    sent: chat.sent,
    expected: START.listening(chat.port),
    actual: START.refusedActual,
    hint: START.refusedHint,
  });
}

const CLOSE = 8;

/** The Close frame that the server has sent after its 101; `null` when there is none. */
export function closeFrameIn({ bytes, text }: Conversation): Uint8Array | null {
  let rest = bytes.subarray(text.indexOf('\r\n\r\n') + 4);
  for (let next = decodeFrame(rest); next !== null; next = decodeFrame(rest)) {
    if (next.frame.opcode === CLOSE) return rest.subarray(0, next.size);
    rest = rest.subarray(next.size);
  }
  return null;
}

function failStart(stage: Evidence, evidence: Evidence, sent: string): never {
  const thrown = propertyOf(evidence, 'thrown');
  const value = propertyOf(evidence, 'value');
  const what = stage.type === 'string' ? stage.value : '';
  if (what === 'threw') {
    const isError = thrown.type === 'error';
    const undeclared = isError ? /^(\S+) is not defined$/.exec(thrown.message)?.[1] : undefined;
    fail({
      message:
        undeclared === undefined
          ? START.threw(isError ? describeThrown(thrown) : showEvidence(thrown))
          : START.undeclared(undeclared),
      sent,
      expected: START.chat,
      actual: showEvidence(thrown),
      location: isError ? thrown.location : null,
      hint: undeclared === undefined ? START.threwHint : START.undeclaredHint(undeclared),
    });
  }
  if (what === 'no-stop') {
    fail({
      message: START.noStop,
      sent,
      expected: START.chat,
      actual: `arreter : ${value.type === 'string' ? value.value : 'undefined'}`,
      hint: START.noStopHint,
    });
  }
  const isUnsettled = what === 'unsettled';
  fail({
    message: isUnsettled ? START.unsettled : START.notAChat(kindOf(value)),
    sent,
    expected: START.chat,
    actual: isUnsettled ? START.pending : showEvidence(value),
    hint: isUnsettled ? START.unsettledHint : START.notAChatHint,
  });
}
