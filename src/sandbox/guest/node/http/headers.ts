// Header fields: how Node merges those received, and refuses those it cannot send.
import { invalidArgumentType, nodeError } from '../errors.ts';
import { describeReceived } from '../util/describe-received.ts';

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

const INVALID_VALUE = /[^\t\x20-\x7e\x80-\xff]/;

/** Fields of which only the first counts; any other repeated field is joined with `, `. */
const SINGLE = new Set([
  'age',
  'authorization',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'from',
  'host',
  'if-modified-since',
  'if-unmodified-since',
  'last-modified',
  'location',
  'max-forwards',
  'proxy-authorization',
  'referer',
  'retry-after',
  'server',
  'user-agent',
]);

export type IncomingHeaders = Record<string, string | string[]>;

/** `message.headers` from `message.rawHeaders`. */
export function mergeHeaders(raw: readonly string[]): IncomingHeaders {
  const headers: IncomingHeaders = {};
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    const value = raw[index + 1] ?? '';
    const known = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (name === 'set-cookie') setOwn(headers, name, [...[known ?? []].flat(), value]);
    else if (known === undefined) setOwn(headers, name, value);
    else if (!SINGLE.has(name))
      setOwn(headers, name, `${String(known)}${name === 'cookie' ? '; ' : ', '}${value}`);
  }
  return headers;
}

/** Every value of each field, for `headersDistinct`. */
export function distinctHeaders(raw: readonly string[]): Record<string, string[]> {
  const headers = Object.create(null) as Record<string, string[]>;
  for (let index = 0; index < raw.length; index += 2) {
    (headers[(raw[index] ?? '').toLowerCase()] ??= []).push(raw[index + 1] ?? '');
  }
  return headers;
}

/** A field named `__proto__` must not become the prototype. */
function setOwn(target: IncomingHeaders, name: string, value: string | string[]): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else {
    target[name] = value;
  }
}

export function validateHeaderName(name: unknown, label = 'Header name'): asserts name is string {
  if (typeof name !== 'string' || !TOKEN.test(name)) {
    throw nodeError(
      TypeError,
      'ERR_INVALID_HTTP_TOKEN',
      `${label} must be a valid HTTP token ["${String(name)}"]`,
    );
  }
}

export function validateHeaderValue(name: string, value: HeaderValue | undefined): void {
  if (value === undefined) {
    throw nodeError(
      TypeError,
      'ERR_HTTP_INVALID_HEADER_VALUE',
      `Invalid value "undefined" for header "${name}"`,
    );
  }
  if (INVALID_VALUE.test(String(value))) {
    throw nodeError(
      TypeError,
      'ERR_INVALID_CHAR',
      `Invalid character in header content ["${name}"]`,
    );
  }
}

export type HeaderValue = string | number | readonly string[];

/** Headers given as an object, as pairs, or as one flat list. */
export function headerPairs(input: unknown): (readonly [string, HeaderValue])[] {
  if (!Array.isArray(input)) {
    if (typeof input !== 'object' || input === null)
      throw invalidArgumentType('headers', 'an instance of Object', input);
    return Object.entries(input as Record<string, HeaderValue>);
  }
  const list = input as unknown[];
  if (Array.isArray(list[0])) return list as [string, HeaderValue][];
  if (list.length % 2 !== 0) {
    throw nodeError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument 'headers' is invalid. Received ${describeReceived(list)}`,
    );
  }
  const pairs: [string, HeaderValue][] = [];
  for (let index = 0; index < list.length; index += 2)
    pairs.push([String(list[index]), list[index + 1] as HeaderValue]);
  return pairs;
}
