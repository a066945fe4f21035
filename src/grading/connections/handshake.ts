// The opening handshake over a connection: the request that a client sends, and what its browser makes of the answer.
import {
  checkUpgradeResponse,
  computeAcceptKey,
  createUpgradeRequest,
  encodeBase64,
  listHasToken,
  ProtocolError,
  parseResponseHead,
  serialiseRequestHead,
} from '../../wire/index.ts';
import { fail } from '../check-failure.ts';
import {
  expectHttpLines,
  fieldsOf,
  fieldValues,
  type HttpLines,
  splitHttpLines,
  startLineOf,
} from '../http-lines.ts';
import type { Random } from '../random.ts';
import { visibleText } from '../visible-text.ts';
import type { Conversation } from './conversation.ts';
import { expectOnlyFrames } from './expect-only-frames.ts';
import { statusOf } from './http-response.ts';
import { ANSWER, UPGRADE } from './messages.ts';

export type Handshake = {
  /** The whole request, in latin1. */
  readonly text: string;
  readonly key: string;
  /** The subprotocols offered, by order of preference. */
  readonly offer: readonly string[];
};

export type HandshakeOptions = {
  /** Default `/chat`. */
  readonly target?: string;
  readonly offer?: readonly string[];
  readonly key?: string;
};

/** A valid request, short enough to be cut everywhere, with a key of its own. */
export function drawHandshake(random: Random, options: HandshakeOptions = {}): Handshake {
  const { target = '/chat', offer = [], key = encodeBase64(random.bytes(16)) } = options;
  const request = createUpgradeRequest({
    host: 'localhost',
    target,
    key,
    origin: 'http://localhost',
    subprotocols: offer,
  });
  return { text: serialiseRequestHead(request), key, offer };
}

export type UpgradeExpectation = {
  readonly handshake: Handshake;
  /** What was sent, for the report. */
  readonly sent: string;
  /** The subprotocols of which any will do; `[]`: the field must be absent. Left out: what a browser would take. */
  readonly subprotocols?: readonly string[];
  /** Keys of other connections: an answer to one of them is told apart. */
  readonly otherKeys?: readonly string[];
};

type Received = Pick<Conversation, 'text' | 'bytes' | 'state'>;

/** Fails unless the answer is a 101 that a browser accepts, with nothing after it but frames. */
export function expectUpgrade(received: Received, expectation: UpgradeExpectation): void {
  const { sent } = expectation;
  const head = splitHttpLines(received.text);
  expectSomeAnswer(received, sent);
  expectStatus101(head, sent);
  expectHttpLines(head, sent);
  expectField(head, sent, 'Upgrade', 'websocket', (value) => value.toLowerCase() === 'websocket');
  expectField(head, sent, 'Connection', 'Upgrade', (value) => listHasToken(value, 'upgrade'));
  expectAcceptOf(head, expectation);
  expectSubprotocol(head, expectation);
  expectNoExtension(head, sent);
  expectBrowserAgrees(head, expectation);
  expectOnlyFrames(received, head, sent);
}

/** Fails when the server has ended or cut the connection after its 101. */
export function expectStillOpen({ state }: Received, sent: string): void {
  if (state === 'open') return;
  fail({
    message: state === 'ended' ? UPGRADE.ended : UPGRADE.cut,
    sent,
    expected: UPGRADE.stillOpen,
    actual: state === 'ended' ? UPGRADE.endedActual : UPGRADE.cutActual,
    hint: UPGRADE.endedHint,
  });
}

function expectSomeAnswer({ text, state }: Received, sent: string): void {
  if (text !== '') return;
  fail({
    message: { open: ANSWER.silent, ended: ANSWER.closed, reset: ANSWER.reset }[state],
    sent,
    expected: UPGRADE.expected,
    actual: { open: ANSWER.silentActual, ended: ANSWER.closedActual, reset: ANSWER.resetActual }[
      state
    ],
    hint: { open: UPGRADE.silentHint, ended: UPGRADE.closedHint, reset: UPGRADE.resetHint }[state],
  });
}

function expectStatus101(head: HttpLines, sent: string): void {
  const status = statusOf(head);
  const isCurrent = startLineOf(head).startsWith('HTTP/1.1 ');
  if (status === 101 && isCurrent) return;
  const actual = visibleText(startLineOf(head));
  if (status === 101) {
    fail({
      message: UPGRADE.httpVersion,
      sent,
      expected: UPGRADE.expected,
      actual,
      where: ANSWER.whereStart,
      hint: UPGRADE.httpVersionHint,
    });
  }
  if (status === null) {
    fail({
      message: ANSWER.notHttp,
      sent,
      expected: UPGRADE.expected,
      actual,
      where: ANSWER.whereStart,
      hint: ANSWER.notHttpHint,
    });
  }
  const isOrdinary = (status >= 200 && status < 300) || status === 426;
  fail({
    message: (isOrdinary ? UPGRADE.ordinary : UPGRADE.refused)(status),
    sent,
    expected: UPGRADE.expected,
    actual,
    where: ANSWER.whereStatus,
    hint: isOrdinary
      ? UPGRADE.ordinaryHint
      : status >= 500
        ? UPGRADE.serverErrorHint
        : UPGRADE.refusedHint,
  });
}

function expectField(
  head: HttpLines,
  sent: string,
  name: string,
  expected: string,
  agrees: (value: string) => boolean,
): void {
  const fields = fieldsOf(head);
  const values = fieldValues(fields, name);
  const value = values.join(', ');
  if (values.length > 0 && agrees(value)) return;
  fail({
    message: values.length === 0 ? UPGRADE.missing(name) : UPGRADE.otherValue(name),
    sent,
    expected: `${name}: ${expected}`,
    actual:
      values.length === 0
        ? UPGRADE.names(fields.map((field) => visibleText(field.name)))
        : visibleText(`${name}: ${value}`),
    where: UPGRADE.where(name),
    hint: UPGRADE.fieldHint,
  });
}

const ACCEPT = 'Sec-WebSocket-Accept';
const PROTOCOL = 'Sec-WebSocket-Protocol';

function expectAcceptOf(head: HttpLines, expectation: UpgradeExpectation): void {
  const { handshake, sent, otherKeys = [] } = expectation;
  const values = fieldValues(fieldsOf(head), ACCEPT);
  const [value] = values;
  const expected = computeAcceptKey(handshake.key);
  if (value === undefined || values.length > 1) {
    failForCount(head, sent, ACCEPT, { values, expected: `${ACCEPT}: ${expected}` });
  }
  if (value === expected) return;
  const isOther = otherKeys.some((key) => computeAcceptKey(key) === value);
  const isPromise = /^\[object \w+\]$/.test(value);
  fail({
    message: isOther ? UPGRADE.otherKey : isPromise ? UPGRADE.promise : UPGRADE.otherValue(ACCEPT),
    sent,
    expected: `${ACCEPT}: ${expected}`,
    actual: visibleText(`${ACCEPT}: ${value}`),
    where: UPGRADE.where(ACCEPT),
    hint: isOther
      ? UPGRADE.otherKeyHint
      : isPromise
        ? UPGRADE.promiseHint
        : UPGRADE.acceptHint(handshake.key),
  });
}

function failForCount(
  head: HttpLines,
  sent: string,
  name: string,
  { values, expected }: { readonly values: readonly string[]; readonly expected: string },
): never {
  fail({
    message: values.length === 0 ? UPGRADE.missing(name) : UPGRADE.twice(name, values.length),
    sent,
    expected,
    actual:
      values.length === 0
        ? UPGRADE.names(fieldsOf(head).map((field) => visibleText(field.name)))
        : visibleText(values.map((each) => `${name}: ${each}`).join('\r\n')),
    where: UPGRADE.where(name),
    hint: UPGRADE.fieldHint,
  });
}

function expectSubprotocol(head: HttpLines, expectation: UpgradeExpectation): void {
  const { handshake, sent, subprotocols } = expectation;
  const values = fieldValues(fieldsOf(head), PROTOCOL);
  const [value] = values;
  const allowed = subprotocols ?? handshake.offer;
  if (value === undefined && (subprotocols === undefined || allowed.length === 0)) return;
  if (value !== undefined && values.length === 1 && allowed.includes(value)) return;
  fail({
    message: value === undefined ? UPGRADE.missingProtocol : protocolMistake(values, handshake),
    sent,
    expected: allowed.length === 0 ? UPGRADE.noProtocolExpected : UPGRADE.protocolExpected(allowed),
    actual:
      value === undefined
        ? UPGRADE.names(fieldsOf(head).map((field) => visibleText(field.name)))
        : visibleText(values.map((each) => `${PROTOCOL}: ${each}`).join('\r\n')),
    where: UPGRADE.where(PROTOCOL),
    hint: UPGRADE.protocolHint(handshake.offer),
  });
}

function protocolMistake(values: readonly string[], { offer }: Handshake): string {
  const value = values.join(', ');
  if (/^(?:undefined|null|false|)$/.test(value)) return UPGRADE.emptyProtocol(value);
  if (value.includes(',')) return UPGRADE.listProtocol;
  if (offer.length === 0) return UPGRADE.protocolWithoutOffer;
  return offer.includes(value) ? UPGRADE.protocolNotAccepted : UPGRADE.protocolNotOffered;
}

function expectNoExtension(head: HttpLines, sent: string): void {
  const [value] = fieldValues(fieldsOf(head), 'Sec-WebSocket-Extensions');
  if (value === undefined || value === '') return;
  fail({
    message: UPGRADE.extension,
    sent,
    expected: UPGRADE.noExtension,
    actual: visibleText(`Sec-WebSocket-Extensions: ${value}`),
    where: UPGRADE.where('Sec-WebSocket-Extensions'),
    hint: UPGRADE.extensionHint,
  });
}

/** What is left after the parts have been judged one by one: a line that is no field, a repeated `Upgrade`. */
function expectBrowserAgrees(head: HttpLines, { handshake, sent }: UpgradeExpectation): void {
  try {
    checkUpgradeResponse(parseResponseHead(head.text), {
      key: handshake.key,
      subprotocols: handshake.offer,
    });
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    fail({
      message: UPGRADE.malformed,
      sent,
      expected: UPGRADE.expected,
      actual: visibleText(head.text),
      hint: UPGRADE.malformedHint,
    });
  }
}
