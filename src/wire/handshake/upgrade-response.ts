// The server's answer to an opening handshake: 101 and the accept key, or an error and the end (RFC 6455 §4.2.2).
import { computeAcceptKey } from './accept-key.ts';
import { serialiseExtensions, type Extension } from './extensions.ts';
import { headerValues, type HeaderField } from './header-fields.ts';
import type { ResponseHead } from './http-head.ts';
import type { UpgradeRefusal } from './upgrade-request.ts';

export type AcceptOptions = {
  readonly key: string;
  /** One that the client offered; with `null`, the default, the header is not sent. */
  readonly subprotocol?: string | null;
  /** Some of those that the client offered. Default: none. */
  readonly extensions?: readonly Extension[];
};

/** The 101 response (RFC 6455 §4.2.2, item 5). */
export function acceptUpgrade(options: AcceptOptions): ResponseHead {
  const { key, subprotocol = null, extensions = [] } = options;
  const fields: HeaderField[] = [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Accept', computeAcceptKey(key)],
  ];
  if (subprotocol !== null) fields.push(['Sec-WebSocket-Protocol', subprotocol]);
  if (extensions.length > 0) {
    fields.push(['Sec-WebSocket-Extensions', serialiseExtensions(extensions)]);
  }
  return { version: '1.1', status: 101, reason: 'Switching Protocols', fields };
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** An error response without a body, after which the server closes the connection. */
export function refuseUpgrade({
  status,
  fields,
}: Pick<UpgradeRefusal, 'status' | 'fields'>): ResponseHead {
  // A field named in Upgrade must also be named in Connection (RFC 9110 §7.8).
  const upgrades = headerValues(fields, 'Upgrade').length > 0;
  const connection = upgrades ? 'Upgrade, close' : 'close';
  return {
    version: '1.1',
    status,
    reason: REASONS[status] ?? '',
    fields: [...fields, ['Connection', connection], ['Content-Length', '0']],
  };
}
