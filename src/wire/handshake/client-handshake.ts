// The client's side of the opening handshake: write the request, then check the response (RFC 6455 §4.1).
import { ProtocolError } from '../protocol-error.ts';
import { computeAcceptKey } from './accept-key.ts';
import { parseExtensions, serialiseExtensions, type Extension } from './extensions.ts';
import { headerList, headerValues, type HeaderField, type HeaderFields } from './header-fields.ts';
import { listHasToken } from './header-grammar.ts';
import type { RequestHead, ResponseHead } from './http-head.ts';
import { WEBSOCKET_VERSION } from './upgrade-request.ts';

/** What the client asks for. */
export type UpgradeOffer = {
  /** From `encodeHandshakeKey`, new for each connection. */
  readonly key: string;
  /** By order of preference. Default: none. */
  readonly subprotocols?: readonly string[];
  /** By order of preference. Default: none. */
  readonly extensions?: readonly Extension[];
};

export type UpgradeRequestOptions = UpgradeOffer & {
  /** With its port when it is not the default one: `example.com:8080`. */
  readonly host: string;
  /** Path and query: `/chat?x=1`. */
  readonly target: string;
  /** Where the page comes from: a browser must say it. */
  readonly origin?: string;
};

/** The request that a client sends. Until the response has come, nothing else is sent. */
export function createUpgradeRequest(options: UpgradeRequestOptions): RequestHead {
  const { host, target, key, origin, subprotocols = [], extensions = [] } = options;
  const fields: HeaderField[] = [
    ['Host', host],
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Key', key],
    ['Sec-WebSocket-Version', WEBSOCKET_VERSION],
  ];
  if (origin !== undefined) fields.push(['Origin', origin]);
  if (subprotocols.length > 0) fields.push(['Sec-WebSocket-Protocol', subprotocols.join(', ')]);
  if (extensions.length > 0) {
    fields.push(['Sec-WebSocket-Extensions', serialiseExtensions(extensions)]);
  }
  return { method: 'GET', target, version: '1.1', fields };
}

/** What the two ends agreed on. */
export type Agreement = {
  readonly subprotocol: string | null;
  readonly extensions: readonly Extension[];
};

/**
 * Checks a response by the list of RFC 6455 §4.1, in its order.
 * A client of the WHATWG standard also wants a subprotocol whenever it offered some: see `Agreement.subprotocol`.
 * @throws {ProtocolError} the rule that the server broke: fail the connection.
 */
export function checkUpgradeResponse(head: ResponseHead, offer: UpgradeOffer): Agreement {
  const { status, fields } = head;
  if (status !== 101) throw new ProtocolError('status-not-101', `status ${status}`);
  if (headerList(fields, 'Upgrade')?.toLowerCase() !== 'websocket') {
    throw new ProtocolError('upgrade-not-websocket');
  }
  if (!listHasToken(headerList(fields, 'Connection'), 'upgrade')) {
    throw new ProtocolError('connection-not-upgrade');
  }
  const accept = headerValues(fields, 'Sec-WebSocket-Accept').join();
  if (accept !== computeAcceptKey(offer.key)) throw new ProtocolError('accept-mismatch', accept);
  return {
    extensions: checkExtensions(fields, offer.extensions ?? []),
    subprotocol: checkSubprotocol(fields, offer.subprotocols ?? []),
  };
}

function checkExtensions(fields: HeaderFields, offered: readonly Extension[]): Extension[] {
  const value = headerList(fields, 'Sec-WebSocket-Extensions');
  if (value === null) return [];
  const accepted = parseExtensions(value);
  if (!accepted?.every(({ name }) => offered.some((it) => it.name === name))) {
    throw new ProtocolError('extension-not-offered', value);
  }
  return accepted;
}

/** One of those offered, whole and with its case: a list in the answer is not one of them. */
function checkSubprotocol(fields: HeaderFields, offered: readonly string[]): string | null {
  const value = headerList(fields, 'Sec-WebSocket-Protocol');
  if (value === null || offered.includes(value)) return value;
  throw new ProtocolError('subprotocol-not-offered', value);
}
