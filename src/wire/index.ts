// What the rest of the site knows of RFC 6455: bytes and values, no input or output.
export { ProtocolError, type ProtocolErrorCode } from './protocol-error.ts';
export { formatHex, parseHex } from './hex.ts';

export {
  computeAcceptKey,
  encodeHandshakeKey,
  isHandshakeKey,
  NONCE_SIZE,
  WEBSOCKET_GUID,
} from './handshake/accept-key.ts';
export { decodeBase64, encodeBase64 } from './handshake/base64.ts';
export {
  createUpgradeRequest,
  checkUpgradeResponse,
  type Agreement,
  type UpgradeOffer,
  type UpgradeRequestOptions,
} from './handshake/client-handshake.ts';
export {
  parseExtensions,
  serialiseExtensions,
  type Extension,
  type ExtensionParameter,
} from './handshake/extensions.ts';
export { DEFAULT_MAX_HEAD, HeadReader, type ReadHead } from './handshake/head-reader.ts';
export {
  headerList,
  headerValues,
  type HeaderField,
  type HeaderFields,
} from './handshake/header-fields.ts';
export { isToken, listHasToken, parseTokenList } from './handshake/header-grammar.ts';
export {
  parseRequestHead,
  parseResponseHead,
  serialiseRequestHead,
  serialiseResponseHead,
  type RequestHead,
  type ResponseHead,
} from './handshake/http-head.ts';
export {
  examineUpgradeRequest,
  WEBSOCKET_VERSION,
  type UpgradeRefusal,
  type UpgradeRequest,
  type UpgradeVerdict,
} from './handshake/upgrade-request.ts';
export { acceptUpgrade, refuseUpgrade, type AcceptOptions } from './handshake/upgrade-response.ts';
export { chooseSubprotocol, parseSubprotocols } from './handshake/subprotocol.ts';
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
export { checkFrameStart, MAX_CONTROL_PAYLOAD, type Role } from './frames/frame-rules.ts';
export {
  describeFrame,
  fieldAtBit,
  type FrameField,
  type FrameFieldName,
} from './frames/frame-fields.ts';
export { FrameReader, type FramePart, type FrameReaderOptions } from './frames/frame-reader.ts';

export { decodeUtf8, encodeUtf8, findInvalidUtf8 } from './messages/utf8.ts';
export { Utf8Validator } from './messages/utf8-validator.ts';
export {
  CLOSE_CODE,
  CLOSE_CODES,
  closeCodeRange,
  findCloseCode,
  isSendableCloseCode,
  type CloseCode,
  type CloseCodeName,
  type CloseCodeRange,
} from './messages/close-code.ts';
export {
  decodeClosePayload,
  encodeClosePayload,
  MAX_CLOSE_REASON,
  type CloseStatus,
} from './messages/close-payload.ts';
export { MessageAssembler, type Message, type MessageKind } from './messages/message-assembler.ts';
export {
  DEFAULT_MAX_PAYLOAD,
  Receiver,
  type ReceiverEvent,
  type ReceiverOptions,
} from './messages/receiver.ts';
export { Sender, type MaskingKeySource, type SenderOptions } from './messages/sender.ts';
