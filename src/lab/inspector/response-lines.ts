// What each line of the answer to an opening request says (RFC 6455 §4.2.2).
import { inspector as words } from '../../i18n/inspector.ts';
import {
  computeAcceptKey,
  headerList,
  headerValues,
  listHasToken,
  parseExtensions,
  parseSubprotocols,
  type HeaderField,
  type RequestHead,
  type ResponseHead,
} from '../../wire/index.ts';
import { fault, fine, judged, type LineMeaning } from './line-meaning.ts';

const { head } = words;
const said = head.response;

export function readStatusLine({ status }: ResponseHead): LineMeaning {
  if (status === 101) return fine(said.accepted);
  return fine(status < 200 ? said.interim(status) : said.refused(status));
}

type Read = (value: string, request: RequestHead | null) => LineMeaning;

const FIELDS: Readonly<Record<string, Read>> = {
  upgrade: (value) => judged(value.toLowerCase() === 'websocket', said.upgrade, said.wrongUpgrade),
  connection: (value) =>
    judged(listHasToken(value, 'upgrade'), said.connection, said.wrongConnection),
  'sec-websocket-accept': (value, request) => {
    const key = request === null ? '' : headerValues(request.fields, 'Sec-WebSocket-Key').join();
    if (key === '') return fine(said.acceptUnknown);
    const expected = computeAcceptKey(key);
    return value === expected
      ? fine(said.accept)
      : { ...fault(said.wrongAccept), follows: { label: head.expectedValue, value: expected } };
  },
  'sec-websocket-protocol': (value, request) => {
    const offer = offered(request, 'Sec-WebSocket-Protocol');
    const isOffered = offer !== null && (parseSubprotocols(offer) ?? []).includes(value);
    return judged(isOffered, said.protocol, said.wrongProtocol);
  },
  'sec-websocket-extensions': (value, request) => {
    const offer = offered(request, 'Sec-WebSocket-Extensions');
    const names = new Set((parseExtensions(offer ?? '') ?? []).map(({ name }) => name));
    const accepted = parseExtensions(value);
    const areOffered = accepted?.every(({ name }) => names.has(name)) ?? false;
    return judged(areOffered, said.extensions, said.wrongExtensions);
  },
  'sec-websocket-version': () => fine(said.version),
  'content-length': () => fine(said.length),
};

/** Only a 101 owes anything to the request. */
export function readResponseField(
  [name, value]: HeaderField,
  { status }: ResponseHead,
  request: RequestHead | null,
): LineMeaning {
  const read = FIELDS[name.toLowerCase()];
  const meaning = read?.(value, request) ?? fine(head.other);
  return status !== 101 && meaning.isFault ? fine(head.other) : meaning;
}

function offered(request: RequestHead | null, name: string): string | null {
  return request === null ? null : headerList(request.fields, name);
}
