// The payload of a Close frame: nothing, or a close code and perhaps a reason (RFC 6455 §5.5.1).
import { byteAt } from '../byte-at.ts';
import { MAX_CONTROL_PAYLOAD } from '../frames/frame-rules.ts';
import { ProtocolError } from '../protocol-error.ts';
import { CLOSE_CODE, isSendableCloseCode } from './close-code.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** In bytes. */
const CODE_SIZE = 2;
export const MAX_CLOSE_REASON = MAX_CONTROL_PAYLOAD - CODE_SIZE;

export type CloseStatus = {
  /** 1005 when the frame had no code: it is never on the wire (RFC 6455 §7.1.5). */
  readonly code: number;
  /** For a log; not to be shown to people (RFC 6455 §5.5.1). */
  readonly reason: string;
};

/** @throws {ProtocolError} `close-payload-one-byte`, `close-code-invalid` (1002), `invalid-utf8` (1007) */
export function decodeClosePayload(payload: Uint8Array): CloseStatus {
  if (payload.length === 0) return { code: CLOSE_CODE.noStatusReceived, reason: '' };
  if (payload.length < CODE_SIZE) throw new ProtocolError('close-payload-one-byte');

  const code = (byteAt(payload, 0) << 8) | byteAt(payload, 1);
  if (!isSendableCloseCode(code)) throw new ProtocolError('close-code-invalid', String(code));
  return { code, reason: decodeUtf8(payload.subarray(CODE_SIZE)) };
}

/**
 * @param code `null` for an empty payload.
 * @throws {ProtocolError} `close-code-not-sendable`, `close-reason-too-long`, `close-reason-without-code`
 */
export function encodeClosePayload(code: number | null, reason = ''): Uint8Array<ArrayBuffer> {
  const text = encodeUtf8(reason);
  if (code === null) {
    if (text.length > 0) throw new ProtocolError('close-reason-without-code');
    return text;
  }
  if (!isSendableCloseCode(code)) throw new ProtocolError('close-code-not-sendable', String(code));
  if (text.length > MAX_CLOSE_REASON) {
    throw new ProtocolError('close-reason-too-long', `${text.length} bytes`);
  }
  const payload = new Uint8Array(CODE_SIZE + text.length);
  payload.set([code >> 8, code & 0xff]);
  payload.set(text, CODE_SIZE);
  return payload;
}
