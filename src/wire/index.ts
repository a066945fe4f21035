// What the rest of the site knows of RFC 6455: bytes and values, no input or output.
export { ProtocolError, type ProtocolErrorCode } from './protocol-error.ts';

export {
  computeAcceptKey,
  encodeHandshakeKey,
  isHandshakeKey,
  NONCE_SIZE,
  WEBSOCKET_GUID,
} from './handshake/accept-key.ts';
export { decodeBase64, encodeBase64 } from './handshake/base64.ts';
export { decodeLatin1, encodeLatin1 } from './handshake/latin1.ts';

export {
  isControlOpcode,
  OPCODE,
  opcodeName,
  type Opcode,
  type OpcodeName,
} from './frames/opcode.ts';
export { decodeFrameStart, encodeFrameStart, type FrameStart } from './frames/frame-start.ts';
export { mask, maskInPlace, MASKING_KEY_SIZE } from './frames/mask.ts';
export {
  decodeFrameHeader,
  encodeFrameHeader,
  MAX_HEADER_SIZE,
  type FrameHeader,
  type FrameHeaderFields,
} from './frames/frame-header.ts';
export {
  decodeFrame,
  encodeFrame,
  type DecodedFrame,
  type Frame,
  type FrameFields,
} from './frames/frame.ts';
