// `node:http`.
import { Agent, globalAgent } from './agent.ts';
import { validateHeaderName, validateHeaderValue } from './headers.ts';
import { IncomingMessage } from './incoming.ts';
import { websocketMask, websocketUnmask } from './masking.ts';
import { METHODS, STATUS_CODES } from './names.ts';
import { OutgoingMessage } from './outgoing.ts';
import { MAX_HEADER_SIZE } from './parser.ts';
import { ClientRequest, get, request } from './request.ts';
import { ServerResponse } from './response.ts';
import { Server, type RequestListener, type ServerOptions } from './server.ts';

export function createServer(
  options?: ServerOptions | RequestListener,
  listener?: RequestListener,
): Server {
  return new Server(options, listener);
}

const http = {
  METHODS: [...METHODS],
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  get,
  request,
  globalAgent,
  maxHeaderSize: MAX_HEADER_SIZE,
  validateHeaderName,
  validateHeaderValue,
  setMaxIdleHTTPParsers: () => undefined,
  websocketMask,
  websocketUnmask,
};
export default http;
