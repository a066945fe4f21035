// Judges the decision that came back: its status first, then the headers that a refusal must and must not carry.
import {
  type CheckContext,
  fail,
  readHeaderList,
  readInteger,
  readOptionalProperty,
  readProperty,
  type Returned,
  type ReturnedHeader,
  visibleText,
} from '../../../src/grading/index.ts';
import { ACCEPTED, REFUSED, VERSION } from './messages.ts';
import { argumentsFor, type Request } from './requests.ts';

export const FUNCTION = 'decider';
/** Read by name on each result, wherever the student's code defines them. */
const PROPERTIES = ['statut', 'entetes'];
const SHAPE = '{ statut, entetes }';

export type Acceptance = {
  readonly request: Request;
  readonly paths?: readonly string[];
  /** What to look at when this very request is refused. */
  readonly hint: string;
};

export type Refusal = {
  readonly request: Request;
  readonly paths?: readonly string[];
  readonly statuses: readonly number[];
  /** Completes « une demande … »: « sans clé ». */
  readonly defect: string;
  readonly hint: string;
};

/** One batch, one realm: a function that remembers the request before shows. */
async function decide(
  { calls }: CheckContext,
  cases: readonly { readonly request: Request; readonly paths?: readonly string[] }[],
): Promise<readonly Returned[]> {
  const lists = cases.map(({ request, paths }) => argumentsFor(request, paths));
  return calls(FUNCTION, lists, PROPERTIES);
}

export async function expectAcceptances(
  context: CheckContext,
  cases: readonly Acceptance[],
): Promise<void> {
  const seen: Request[] = [];
  for (const [index, returned] of (await decide(context, cases)).entries()) {
    const each = cases[index];
    if (each !== undefined) expectAcceptance(returned, each, seen.includes(each.request));
    if (each !== undefined) seen.push(each.request);
  }
}

/** Gives back the results, whose headers another expectation may read. */
export async function expectRefusals(
  context: CheckContext,
  cases: readonly Refusal[],
): Promise<readonly Returned[]> {
  const all = await decide(context, cases);
  for (const [index, returned] of all.entries()) {
    const each = cases[index];
    if (each !== undefined) expectRefusal(returned, each);
  }
  return all;
}

function expectAcceptance(returned: Returned, { hint }: Acceptance, again: boolean): void {
  const status = readStatus(returned);
  if (status === 101n) return;
  fail({
    message: again ? ACCEPTED.onlyOnce(status) : ACCEPTED.refused(status),
    sent: returned.sent,
    expected: ACCEPTED.expected,
    actual: ACCEPTED.actual(status),
    where: ACCEPTED.where,
    hint: again ? ACCEPTED.onlyOnceHint : hint,
  });
}

function expectRefusal(returned: Returned, { statuses, defect, hint }: Refusal): void {
  const status = readStatus(returned);
  if (statuses.some((each) => BigInt(each) === status)) return;
  const isRefusal = status >= 400n && status < 600n;
  fail({
    message:
      status === 101n
        ? REFUSED.accepted(defect)
        : (isRefusal ? REFUSED.otherStatus : REFUSED.noRefusal)(defect, status),
    sent: returned.sent,
    expected: REFUSED.expected(statuses),
    actual: ACCEPTED.actual(status),
    where: ACCEPTED.where,
    hint: status === 101n || isRefusal ? hint : REFUSED.noRefusalHint,
  });
}

/** RFC 6455 §4.4: the header is a list of the versions that the server speaks. */
export function expectVersionHeader(returned: Returned): void {
  const headers = readDecisionHeaders(returned);
  const values = headers.filter(({ name }) => name.toLowerCase() === VERSION.name.toLowerCase());
  const tokens = values.flatMap(({ value }) => value.split(',').map((token) => token.trim()));
  if (tokens.includes('13')) return;
  const [first] = values;
  fail({
    message: first === undefined ? VERSION.missing : VERSION.without13,
    sent: returned.sent,
    expected: VERSION.expected,
    actual:
      first === undefined ? VERSION.names(headers) : visibleText(`${first.name}: ${first.value}`),
    where: VERSION.where,
    hint: first === undefined ? VERSION.missingHint : VERSION.without13Hint,
  });
}

export function expectNoAccept(returned: Returned): void {
  const accept = readDecisionHeaders(returned).find(
    ({ name }) => name.trim().toLowerCase() === 'sec-websocket-accept',
  );
  if (accept === undefined) return;
  fail({
    message: REFUSED.withAccept,
    sent: returned.sent,
    expected: REFUSED.withoutAccept,
    actual: visibleText(`${accept.name}: ${accept.value}`),
    where: VERSION.where,
    hint: REFUSED.withAcceptHint,
  });
}

function readStatus(returned: Returned): bigint {
  return readInteger(readProperty(returned, 'statut', SHAPE), ACCEPTED.status);
}

/** No headers at all, or an empty list of them, is no mistake. */
function readDecisionHeaders(returned: Returned): readonly ReturnedHeader[] {
  const headers = readOptionalProperty(returned, 'entetes', SHAPE);
  if (headers === null) return [];
  const { value } = headers;
  return value.type === 'array' && value.length === 0 ? [] : readHeaderList(headers);
}
