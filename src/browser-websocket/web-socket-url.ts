// The first steps of `new WebSocket(url, protocols)`: what is wrong is a `SyntaxError`, at once (WHATWG WebSockets §3.1).
import { isToken } from '../wire/index.ts';
import { toUsvString } from './usv-string.ts';
import type { Address } from './host.ts';

const DEFAULT_PORT = { 'ws:': 80, 'wss:': 443 } as const;

/**
 * Reads the URL as the constructor does: relative ones too, `http:` and `https:` become `ws:` and `wss:`.
 * @throws {DOMException} `SyntaxError`
 */
export function readUrl(given: string, baseUrl: string): URL {
  const url = URL.parse(given, baseUrl);
  if (url === null) throw syntaxError(`The URL '${given}' is invalid.`);
  if (url.protocol === 'http:') url.protocol = 'ws:';
  if (url.protocol === 'https:') url.protocol = 'wss:';
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    throw syntaxError(
      `The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. '${url.protocol.slice(0, -1)}' is not allowed.`,
    );
  }
  // `URL` gives '' for no fragment and for an empty one: only the latter leaves its mark in `href`.
  if (url.href.includes('#')) {
    throw syntaxError(`The URL contains a fragment identifier ('${url.hash.slice(1)}').`);
  }
  return url;
}

/** Web IDL's `(DOMString or sequence<DOMString>)`: an object that can be iterated is a sequence. */
export function convertProtocols(given: unknown): string[] {
  return isIterable(given) ? Array.from(given, toUsvString) : [toUsvString(given)];
}

/** @throws {DOMException} `SyntaxError` for a value that is no token, or that comes twice */
export function checkProtocols(protocols: readonly string[]): void {
  for (const protocol of protocols) {
    if (!isToken(protocol)) throw syntaxError(`The subprotocol '${protocol}' is invalid.`);
  }
  const repeated = protocols.find((protocol, index) => protocols.indexOf(protocol) !== index);
  if (repeated !== undefined) throw syntaxError(`The subprotocol '${repeated}' is duplicated.`);
}

export function addressOf(url: URL): Address {
  const scheme = url.protocol === 'wss:' ? 'wss:' : 'ws:';
  return {
    hostname: url.hostname,
    port: url.port === '' ? DEFAULT_PORT[scheme] : Number(url.port),
    secure: scheme === 'wss:',
  };
}

const isIterable = (given: unknown): given is Iterable<unknown> =>
  typeof given === 'object' && given !== null && Symbol.iterator in given;

const syntaxError = (message: string): DOMException => new DOMException(message, 'SyntaxError');
