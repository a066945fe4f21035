// Every rule of the protocol that can be broken, with its name, its close code and its section.

/**
 * `closeCode` is what an endpoint puts in its Close frame when the peer breaks the rule (RFC 6455 §7.4.1);
 * it is `null` where no Close frame can be sent: before the connection is open, or when the mistake is ours.
 */
type Rule = { readonly closeCode: number | null; readonly rfc: string; readonly rule: string };

const PROTOCOL_RULES = {
  // The opening handshake.
  'head-malformed': {
    closeCode: null,
    rfc: 'RFC 9112 §2.1',
    rule: 'a head is a start line, field lines and an empty line',
  },
  'head-too-large': {
    closeCode: null,
    rfc: 'RFC 6455 §10.4',
    rule: 'a head stays within the limit of the endpoint',
  },
  'status-not-101': {
    closeCode: null,
    rfc: 'RFC 6455 §4.1',
    rule: 'a server that accepts the handshake answers 101',
  },
  'upgrade-not-websocket': {
    closeCode: null,
    rfc: 'RFC 6455 §4.1',
    rule: 'the Upgrade header of the response is websocket',
  },
  'connection-not-upgrade': {
    closeCode: null,
    rfc: 'RFC 6455 §4.1',
    rule: 'the Connection header of the response has the token Upgrade',
  },
  'accept-mismatch': {
    closeCode: null,
    rfc: 'RFC 6455 §4.1',
    rule: 'Sec-WebSocket-Accept is computed from the Sec-WebSocket-Key of the request',
  },
  'extension-not-offered': {
    closeCode: null,
    rfc: 'RFC 6455 §4.1',
    rule: 'a server accepts extensions among those offered',
  },
  'subprotocol-not-offered': {
    closeCode: null,
    rfc: 'RFC 6455 §4.1',
    rule: 'a server chooses one subprotocol among those offered',
  },
  // A received frame, by itself.
  'reserved-bits-set': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.2',
    rule: 'RSV1, RSV2 and RSV3 are 0 unless an extension that defines them was negotiated',
  },
  'unknown-opcode': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.2',
    rule: 'opcodes 3 to 7 and B to F are reserved',
  },
  'payload-length-sign-bit': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.2',
    rule: 'the most significant bit of a 64-bit payload length is 0',
  },
  'frame-not-masked': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.1',
    rule: 'a client masks every frame that it sends',
  },
  'frame-masked': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.1',
    rule: 'a server never masks a frame that it sends',
  },
  'control-frame-fragmented': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.5',
    rule: 'a control frame is never fragmented',
  },
  'control-frame-too-long': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.5',
    rule: 'the payload of a control frame has 125 bytes at most',
  },
  'frame-too-large': {
    closeCode: 1009,
    rfc: 'RFC 6455 §10.4',
    rule: 'the payload of a frame stays within the limit of the endpoint',
  },
  // A received frame, among others.
  'unexpected-continuation': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.4',
    rule: 'a continuation frame continues a message',
  },
  'expected-continuation': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.4',
    rule: 'the fragments of two messages are never interleaved',
  },
  'message-too-large': {
    closeCode: 1009,
    rfc: 'RFC 6455 §10.4',
    rule: 'a reassembled message stays within the limit of the endpoint',
  },
  'invalid-utf8': {
    closeCode: 1007,
    rfc: 'RFC 6455 §8.1',
    rule: 'text is valid UTF-8, over the whole message',
  },
  'close-payload-one-byte': {
    closeCode: 1002,
    rfc: 'RFC 6455 §5.5.1',
    rule: 'the payload of a Close frame is empty or starts with a 2-byte close code',
  },
  'close-code-invalid': {
    closeCode: 1002,
    rfc: 'RFC 6455 §7.4',
    rule: 'a Close frame carries a close code that endpoints may send',
  },
  // What we were asked to send.
  'masking-key-size': {
    closeCode: null,
    rfc: 'RFC 6455 §5.3',
    rule: 'a masking key has 4 bytes',
  },
  'control-payload-too-long': {
    closeCode: null,
    rfc: 'RFC 6455 §5.5',
    rule: 'the payload of a ping or a pong to send has 125 bytes at most',
  },
  'close-code-not-sendable': {
    closeCode: null,
    rfc: 'RFC 6455 §7.4',
    rule: 'a close code to send is 1000 to 1003, 1007 to 1014 or 3000 to 4999',
  },
  'close-reason-too-long': {
    closeCode: null,
    rfc: 'RFC 6455 §5.5',
    rule: 'a close reason has 123 bytes of UTF-8 at most',
  },
  'close-reason-without-code': {
    closeCode: null,
    rfc: 'RFC 6455 §5.5.1',
    rule: 'a close reason follows a close code',
  },
  'close-already-sent': {
    closeCode: null,
    rfc: 'RFC 6455 §5.5.1',
    rule: 'nothing follows a Close frame',
  },
  'message-in-progress': {
    closeCode: null,
    rfc: 'RFC 6455 §5.4',
    rule: 'a message ends before the next one begins',
  },
  'no-message-in-progress': {
    closeCode: null,
    rfc: 'RFC 6455 §5.4',
    rule: 'only a message that began can be continued',
  },
} as const satisfies Record<string, Rule>;

export type ProtocolErrorCode = keyof typeof PROTOCOL_RULES;

/** A broken rule. `code` is stable and may be tested; `message` is for people and may change. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: ProtocolErrorCode;
  /** What to put in the Close frame, or `null` when there is none to send. */
  readonly closeCode: number | null;
  /** The document and section that states the rule: `RFC 6455 §5.2`. */
  readonly rfc: string;

  /** @param detail what was seen, for instance `opcode 3`. */
  constructor(code: ProtocolErrorCode, detail?: string) {
    const { closeCode, rfc, rule } = PROTOCOL_RULES[code];
    super(`${rule}${detail === undefined ? '' : `, got ${detail}`} [${rfc}]`);
    this.code = code;
    this.closeCode = closeCode;
    this.rfc = rfc;
  }
}
