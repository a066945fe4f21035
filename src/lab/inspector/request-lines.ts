// What each line of an opening request says (RFC 6455 §4.1).
import { inspector as words } from '../../i18n/inspector.ts';
import {
  computeAcceptKey,
  headerValues,
  isHandshakeKey,
  listHasToken,
  parseExtensions,
  parseSubprotocols,
  WEBSOCKET_VERSION,
  type HeaderField,
  type RequestHead,
} from '../../wire/index.ts';
import { fault, fine, judged, type LineMeaning } from './line-meaning.ts';

const { head } = words;
const said = head.request;

export function readRequestLine({ method, target, version }: RequestHead): LineMeaning {
  if (method !== 'GET') return fault(said.wrongMethod);
  return judged(Number(version) >= 1.1, said.start(target), said.wrongVersion);
}

type Read = (value: string, request: RequestHead) => LineMeaning;

const FIELDS: Readonly<Record<string, Read>> = {
  host: (_value, { fields }) =>
    judged(headerValues(fields, 'Host').length === 1, said.host, said.hostTwice),
  upgrade: (value) => judged(listHasToken(value, 'websocket'), said.upgrade, said.wrongUpgrade),
  connection: (value) =>
    judged(listHasToken(value, 'upgrade'), said.connection, said.wrongConnection),
  'sec-websocket-key': (value) =>
    isHandshakeKey(value)
      ? {
          ...fine(said.key),
          follows: { label: head.expectedAccept, value: computeAcceptKey(value) },
        }
      : fault(said.wrongKey),
  'sec-websocket-version': (value) =>
    judged(value === WEBSOCKET_VERSION, said.version, said.wrongVersionHeader),
  'sec-websocket-protocol': (value) => {
    const names = parseSubprotocols(value);
    return names === null ? fault(said.wrongProtocol) : fine(said.protocol(names.join(', ')));
  },
  'sec-websocket-extensions': (value) => {
    const names = parseExtensions(value)?.map(({ name }) => name);
    return names === undefined
      ? fault(said.wrongExtensions)
      : fine(said.extensions(names.join(', ')));
  },
  origin: () => fine(said.origin),
  'user-agent': () => fine(said.userAgent),
};

export function readRequestField([name, value]: HeaderField, request: RequestHead): LineMeaning {
  return FIELDS[name.toLowerCase()]?.(value, request) ?? fine(head.other);
}
