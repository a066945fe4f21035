// Every module that student code may import by a Node name, and the names that each exports.
import { builtin, type Builtin } from './builtin.ts';
import buffer from './buffer/index.ts';
import crypto from './crypto/index.ts';
import events from './events.ts';
import http from './http/index.ts';
import https from './https.ts';
import net from './net/index.ts';
import { packages } from './packages.ts';
import process from './process.ts';
import querystring from './querystring.ts';
import stream from './stream.ts';
import stringDecoder from './string-decoder.ts';
import timers, { promises as timersPromises } from './timers.ts';
import tls from './tls.ts';
import url from './url.ts';
import { types } from './util/types.ts';
import util from './util/index.ts';

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
  ...packages,
};

export type { Builtin };
