// The multiplexer's public face: many byte streams over one MessagePort or WebSocket.
export type { ByteStream } from './byte-stream.ts';
export type { Carrier } from './carrier.ts';
export { messagePortCarrier, type MessagePortLike } from './message-port-carrier.ts';
export {
  createMux,
  type IncomingStream,
  type Mux,
  type MuxEnding,
  type MuxOptions,
} from './mux.ts';
export { MuxProtocolError, StreamReset, type MuxViolation, type ResetReason } from './mux-error.ts';
export { HEADER_LENGTH, isDataFrame, type StreamMetadata, writeDataHeader } from './mux-frame.ts';
export type { MuxStream, MuxStreamHandlers } from './mux-stream.ts';
export { toByteStream } from './to-byte-stream.ts';
export {
  webSocketCarrier,
  type WebSocketCarrierOptions,
  type WebSocketLike,
} from './web-socket-carrier.ts';
