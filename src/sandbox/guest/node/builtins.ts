// Every module that student code may import by a Node name, and the names that each exports.
import ws from 'ws';

import buffer from './buffer/index.ts';
import crypto from './crypto/index.ts';
import events from './events.ts';
import http from './http/index.ts';
import https from './https.ts';
import net from './net/index.ts';
import process from './process.ts';
import querystring from './querystring.ts';
import stream from './stream.ts';
import stringDecoder from './string-decoder.ts';
import timers, { promises as timersPromises } from './timers.ts';
import tls from './tls.ts';
import url from './url.ts';
import { types } from './util/types.ts';
import util from './util/index.ts';
import zlib from './zlib/index.ts';

/** `exports` is both the default export and what `require` gives; `names` are its named exports. */
export type Builtin = { readonly exports: object; readonly names: readonly string[] };

const IDENTIFIER = /^[A-Za-z$][\w$]*$/;
/** Properties that an ES module cannot export by that name. */
const RESERVED = new Set([
  'default',
  'delete',
  'in',
  'import',
  'export',
  'function',
  'class',
  'new',
  'if',
]);

function builtin(exports: object): Builtin {
  const names = Object.keys(exports).filter((name) => IDENTIFIER.test(name) && !RESERVED.has(name));
  return { exports, names };
}

/** Keyed without `node:`; `ws` is the real package, which the linker lets in only where the step allows it. */
export const builtins: Readonly<Record<string, Builtin>> = {
  buffer: builtin(buffer),
  crypto: builtin(crypto),
  events: builtin(events),
  http: builtin(http),
  https: builtin(https),
  net: builtin(net),
  process: builtin(process),
  querystring: builtin(querystring),
  stream: builtin(stream),
  'stream/promises': builtin(stream.promises),
  string_decoder: builtin(stringDecoder),
  timers: builtin(timers),
  'timers/promises': builtin(timersPromises),
  tls: builtin(tls),
  url: builtin(url),
  util: builtin(util),
  'util/types': builtin(types),
  // As in the package's own ES wrapper.
  ws: {
    exports: ws,
    names: [
      'createWebSocketStream',
      'extension',
      'PerMessageDeflate',
      'Receiver',
      'Sender',
      'subprotocol',
      'WebSocket',
      'WebSocketServer',
    ],
  },
  zlib: builtin(zlib),
};
