// Whether a request is a valid opening handshake, and how to refuse it when it is not (RFC 6455 §4.2.1).
import { isHandshakeKey } from './accept-key.ts';
import { parseExtensions, type Extension } from './extensions.ts';
import { headerList, headerValues, type HeaderFields } from './header-fields.ts';
import { listHasToken } from './header-grammar.ts';
import type { RequestHead } from './http-head.ts';
import { parseSubprotocols } from './subprotocol.ts';

/** The only version in use (RFC 6455 §4.1, item 9). */
export const WEBSOCKET_VERSION = '13';

/** A request that may be accepted. Whether its target and its origin suit is for the application to say. */
export type UpgradeRequest = {
  readonly key: string;
  readonly target: string;
  /** A browser always says where the page comes from; other clients need not. */
  readonly origin: string | null;
  /** By order of preference, perhaps none. */
  readonly subprotocols: readonly string[];
  /** By order of preference, perhaps none. */
  readonly extensions: readonly Extension[];
};

type UpgradeRule = {
  readonly rule: string;
  readonly rfc: string;
  /** What to answer with, and the fields that go with this status, when the rule is broken. */
  readonly status: number;
  readonly fields: HeaderFields;
  readonly holds: (head: RequestHead) => boolean;
};

/** The protocol and the version that would do (RFC 9110 §15.5.22, RFC 6455 §4.4). */
const UPGRADE_REQUIRED: HeaderFields = [
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', WEBSOCKET_VERSION],
];

/** What makes a request a valid opening handshake, item by item (RFC 6455 §4.2.1). */
const UPGRADE_RULES = [
  {
    rule: 'method-is-get',
    rfc: 'RFC 6455 §4.2.1, item 1',
    status: 405,
    fields: [['Allow', 'GET']],
    holds: ({ method }) => method === 'GET',
  },
  {
    rule: 'http-is-1.1-or-higher',
    rfc: 'RFC 6455 §4.2.1, item 1',
    status: 400,
    fields: [],
    holds: ({ version }) => Number(version) >= 1.1,
  },
  {
    rule: 'one-host',
    rfc: 'RFC 6455 §4.2.1, item 2',
    status: 400,
    fields: [],
    holds: ({ fields }) => headerValues(fields, 'Host').length === 1,
  },
  {
    rule: 'upgrade-has-websocket',
    rfc: 'RFC 6455 §4.2.1, item 3',
    status: 426,
    fields: UPGRADE_REQUIRED,
    holds: ({ fields }) => listHasToken(headerList(fields, 'Upgrade'), 'websocket'),
  },
  {
    rule: 'connection-has-upgrade',
    rfc: 'RFC 6455 §4.2.1, item 4',
    status: 400,
    fields: [],
    holds: ({ fields }) => listHasToken(headerList(fields, 'Connection'), 'upgrade'),
  },
  {
    rule: 'version-is-13',
    rfc: 'RFC 6455 §4.2.1, item 6',
    status: 426,
    fields: UPGRADE_REQUIRED,
    holds: ({ fields }) =>
      headerValues(fields, 'Sec-WebSocket-Version').join() === WEBSOCKET_VERSION,
  },
  {
    rule: 'one-key-of-16-bytes',
    rfc: 'RFC 6455 §4.2.1, item 5',
    status: 400,
    fields: [],
    // Two keys joined by a comma are not base64: one rule for « once » and for « 16 bytes ».
    holds: ({ fields }) => isHandshakeKey(headerValues(fields, 'Sec-WebSocket-Key').join()),
  },
  {
    rule: 'subprotocols-are-tokens',
    rfc: 'RFC 6455 §11.3.4',
    status: 400,
    fields: [],
    holds: ({ fields }) => offeredSubprotocols(fields) !== null,
  },
  {
    rule: 'extensions-are-well-formed',
    rfc: 'RFC 6455 §9.1',
    status: 400,
    fields: [],
    holds: ({ fields }) => offeredExtensions(fields) !== null,
  },
] as const satisfies readonly UpgradeRule[];

/** A broken rule, by its stable name, and how to refuse: pass it to `refuseUpgrade`. */
export type UpgradeRefusal = Omit<UpgradeRule, 'holds' | 'rule'> & {
  readonly rule: (typeof UPGRADE_RULES)[number]['rule'];
};

export type UpgradeVerdict =
  | { readonly valid: true; readonly request: UpgradeRequest }
  | { readonly valid: false; readonly refusal: UpgradeRefusal };

/** Judges a request; when several rules are broken, the first one is told. */
export function examineUpgradeRequest(head: RequestHead): UpgradeVerdict {
  const broken = UPGRADE_RULES.find(({ holds }) => !holds(head));
  if (broken !== undefined) {
    const { rule, rfc, status, fields } = broken;
    return { valid: false, refusal: { rule, rfc, status, fields } };
  }
  const request: UpgradeRequest = {
    key: headerValues(head.fields, 'Sec-WebSocket-Key').join(),
    target: head.target,
    origin: headerList(head.fields, 'Origin'),
    subprotocols: offeredSubprotocols(head.fields) ?? [],
    extensions: offeredExtensions(head.fields) ?? [],
  };
  return { valid: true, request };
}

/** None when the header is absent, `null` when it is malformed. */
function offeredSubprotocols(fields: HeaderFields): string[] | null {
  const value = headerList(fields, 'Sec-WebSocket-Protocol');
  return value === null ? [] : parseSubprotocols(value);
}

/** None when the header is absent, `null` when it is malformed. */
function offeredExtensions(fields: HeaderFields): Extension[] | null {
  const value = headerList(fields, 'Sec-WebSocket-Extensions');
  return value === null ? [] : parseExtensions(value);
}
