// Judges the head of a response, one part at a time, so that each check fails for its own part only.
import {
  checkUpgradeResponse,
  computeAcceptKey,
  expectHttpLines,
  expectNothingAfter,
  fail,
  fieldsOf,
  fieldValues,
  type HttpLines,
  listHasToken,
  type Mistake,
  namedBy,
  parseResponseHead,
  ProtocolError,
  readLatin1,
  type Returned,
  splitHttpLines,
  startLineOf,
  visibleText,
} from '../../../src/grading/index.ts';
import { ACCEPT, BROWSER, END, FIELD, PROTOCOL, REFUSAL, STATUS } from './messages.ts';
import { type Accepted, offeredWith, type Refused, RFC_KEY } from './sample-answers.ts';

/** A response as its author meant it, with the call that made it. */
export type Response = { readonly head: HttpLines; readonly sent: string };

export function readResponse(returned: Returned): Response {
  return { head: splitHttpLines(readLatin1(returned)), sent: returned.sent };
}

export function expectStatusLine({ head, sent }: Response, status: number): void {
  const line = startLineOf(head);
  const [, protocol, actual] = /^(HTTP\/\S*) (\S+)/i.exec(line) ?? [];
  if (/^HTTP\/1\.1 \d{3}(?: .*)?$/.test(line) && actual === String(status)) return;
  const refuse = (message: string, hint: string): never =>
    fail({
      message,
      sent,
      expected: STATUS.expected(status),
      actual: visibleText(line),
      where: STATUS.where,
      hint,
    });
  if (protocol === undefined || actual === undefined) refuse(STATUS.none, STATUS.noneHint);
  else if (actual !== String(status))
    refuse(STATUS.other(visibleText(actual), status), STATUS.otherHint(status));
  else if (protocol !== 'HTTP/1.1')
    refuse(STATUS.httpVersion(visibleText(protocol)), STATUS.httpVersionHint);
  else refuse(STATUS.none, STATUS.noneHint);
}

export function expectMandatoryFields(response: Response, { cle }: Accepted): void {
  expectField(response, 'Upgrade', 'websocket', {
    agrees: (value) => value.toLowerCase() === 'websocket',
    hint: FIELD.upgradeHint,
  });
  expectField(response, 'Connection', 'Upgrade', {
    agrees: (value) => listHasToken(value, 'upgrade'),
    isList: true,
    hint: FIELD.connectionHint,
  });
  expectField(response, 'Sec-WebSocket-Accept', computeAcceptKey(cle), {
    recognise: (value) => recogniseAccept(value, cle),
    hint: FIELD.acceptHint,
  });
}

export function expectForm({ head, sent }: Response): void {
  expectHttpLines(head, sent);
}

export function expectEnd({ head, sent }: Response): void {
  expectNothingAfter(head, sent, END.hint101);
}

export function expectSubprotocol(response: Response, { sousProtocole }: Accepted): void {
  const { head, sent } = response;
  if (sousProtocole !== null) {
    expectField(response, PROTOCOL.name, sousProtocole, {
      recognise: (value) => (value.includes(',') ? PROTOCOL.list : null),
      hint: PROTOCOL.hint,
    });
    return;
  }
  const [value] = fieldValues(fieldsOf(head), PROTOCOL.name);
  if (value === undefined) return;
  const isText = /^(?:null|undefined|false|)$/.test(value);
  fail({
    message: isText ? PROTOCOL.unwantedText(value) : PROTOCOL.unwanted,
    sent,
    expected: PROTOCOL.none,
    actual: visibleText(`${PROTOCOL.name}: ${value}`),
    where: FIELD.where(PROTOCOL.name),
    hint: PROTOCOL.unwantedHint,
  });
}

/** The whole of a refusal: it is written by one function, and a client needs every part of it. */
export function expectRefusal(response: Response, { status, headers }: Refused): void {
  const { head, sent } = response;
  expectStatusLine(response, status);
  expectHttpLines(head, sent);
  for (const [name, value] of headers) {
    expectField(response, name, value, { hint: FIELD.givenHint });
  }
  const fields = fieldsOf(head);
  const [accept] = fieldValues(fields, 'Sec-WebSocket-Accept');
  if (accept !== undefined) {
    fail({
      message: REFUSAL.accept,
      sent,
      expected: REFUSAL.withoutAccept,
      actual: visibleText(`Sec-WebSocket-Accept: ${accept}`),
      where: FIELD.where('Sec-WebSocket-Accept'),
      hint: REFUSAL.acceptHint,
    });
  }
  expectNoEarlyEnd(response, headers.size === 0);
  expectNothingAfter(head, sent, END.hintRefusal);
  const length = fieldValues(fields, 'Content-Length').join(', ');
  const isClosed = listHasToken(fieldValues(fields, 'Connection').join(', '), 'close');
  if (/^0+$/.test(length) || (length === '' && isClosed)) return;
  fail({
    message: length === '' ? REFUSAL.endless : REFUSAL.length(visibleText(length)),
    sent,
    expected: REFUSAL.ends,
    actual: length === '' ? receivedNames(head) : visibleText(`Content-Length: ${length}`),
    where: length === '' ? null : FIELD.where('Content-Length'),
    hint: length === '' ? REFUSAL.endlessHint : REFUSAL.lengthHint,
  });
}

/** Header lines after the empty line: not a body too many, but an empty line too soon. */
function expectNoEarlyEnd({ head, sent }: Response, isMapEmpty: boolean): void {
  const first = /^[\w-]+: [^\r\n]*/.exec(head.rest)?.[0];
  if (first === undefined) return;
  fail({
    message: END.early,
    sent,
    expected: END.earlyExpected,
    actual: visibleText(`${startLineOf(head)}\r\n … \r\n\r\n${first}`),
    where: END.earlyWhere(head.lines.length + 1),
    hint: END.earlyHint(isMapEmpty),
    isNamed: true,
  });
}

/**
 * What a browser does with the bytes, strictly; those after the head are the end's business.
 * Beyond the RFC, it wants one of its subprotocols whenever it offered some (WHATWG WebSockets §2.2).
 */
export function expectBrowserOpens({ head, sent }: Response, answer: Accepted): void {
  const { text } = head;
  const refuse = (message: string): never =>
    fail({
      message,
      sent,
      expected: BROWSER.accepts,
      actual: visibleText(text),
      hint: BROWSER.hint,
    });
  if (!text.includes('\r\n\r\n')) refuse(BROWSER.waits);
  try {
    const subprotocols = offeredWith(answer);
    const offer = { key: answer.cle, subprotocols };
    const { subprotocol } = checkUpgradeResponse(parseResponseHead(text), offer);
    if (subprotocol === null && subprotocols.length > 0)
      refuse(BROWSER.refuses(BROWSER.noneChosen));
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    refuse(BROWSER.refuses(BROWSER.reasons[error.code] ?? error.message));
  }
}

type FieldExpectation = {
  /** Default: the same text. */
  readonly agrees?: (value: string) => boolean;
  /** Several fields mean one list, as for `Connection`. */
  readonly isList?: boolean;
  readonly recognise?: (value: string) => Mistake | null;
  readonly hint: string;
};

/** The field is there, once, with its value; names in any case. */
function expectField(
  { head, sent }: Response,
  name: string,
  expected: string,
  { agrees, isList = false, recognise, hint }: FieldExpectation,
): void {
  const values = fieldValues(fieldsOf(head), name);
  if (values.length === 0) failForMissing({ head, sent }, name, expected, hint);
  const value = values.join(', ');
  const isTwice = values.length > 1 && !isList;
  if (!isTwice && (agrees?.(value) ?? value === expected)) return;
  const mistake = isTwice ? null : (recognise?.(value) ?? null);
  fail({
    message: isTwice
      ? FIELD.twice(name, values.length)
      : (mistake?.message ?? FIELD.otherValue(name)),
    sent,
    expected: `${name}: ${expected}`,
    actual: visibleText(values.map((each) => `${name}: ${each}`).join('\r\n')),
    where: FIELD.where(name),
    hint: isTwice ? FIELD.twiceHint : (mistake?.hint ?? hint),
    ...namedBy(mistake),
  });
}

function failForMissing(
  { head, sent }: Response,
  name: string,
  expected: string,
  hint: string,
): never {
  const spaced = fieldsOf(head).find(
    (field) => field.name.trim().toLowerCase() === name.toLowerCase(),
  );
  const isAfter = new RegExp(`(?:^|[\\r\\n])\\s*${name}\\s*:`, 'i').test(head.rest);
  fail({
    message:
      spaced !== undefined
        ? FIELD.spacedName(name)
        : (isAfter ? FIELD.afterTheEmptyLine : FIELD.missing)(name),
    sent,
    expected: `${name}: ${expected}`,
    actual:
      spaced === undefined ? receivedNames(head) : visibleText(`${spaced.name}: ${spaced.value}`),
    hint:
      spaced !== undefined ? FIELD.spacedNameHint : isAfter ? FIELD.afterTheEmptyLineHint : hint,
  });
}

function receivedNames(head: HttpLines): string {
  return FIELD.received(fieldsOf(head).map(({ name }) => visibleText(name)));
}

function recogniseAccept(value: string, key: string): Mistake | null {
  if (value === key) return ACCEPT.key;
  if (value === '[object Promise]') return ACCEPT.promise;
  if (value.startsWith('[object ')) return ACCEPT.object;
  if (value === 'undefined' || value === computeAcceptKey('undefined')) return ACCEPT.undefinedText;
  return value === computeAcceptKey(RFC_KEY) ? ACCEPT.constant : null;
}

/** The reason phrase, when it is the name of a value that was not there. */
export function oddPhraseOf({ head }: Response): string | null {
  const [, phrase] =
    /^HTTP\/\S+ \S+ (undefined|null|NaN|\[object \w+\])$/.exec(startLineOf(head)) ?? [];
  return phrase ?? null;
}
