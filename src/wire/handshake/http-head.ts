// The head of an HTTP/1.1 message, read strictly and written: start line, header fields, empty line (RFC 9112).
import { ProtocolError } from '../protocol-error.ts';
import type { HeaderField, HeaderFields } from './header-fields.ts';
import { isToken, trimSpaces } from './header-grammar.ts';

export type RequestHead = {
  readonly method: string;
  /** As it is on the wire: `/chat?x=1`. */
  readonly target: string;
  /** `1.1` */
  readonly version: string;
  readonly fields: HeaderFields;
};

export type ResponseHead = {
  /** `1.1` */
  readonly version: string;
  readonly status: number;
  /** The reason phrase, perhaps empty: it means nothing to a program. */
  readonly reason: string;
  readonly fields: HeaderFields;
};

const CRLF = '\r\n';
const REQUEST_LINE = /^(\S+) (\S+) HTTP\/(\d\.\d)$/;
const STATUS_LINE = /^HTTP\/(\d\.\d) (\d{3})(?: (.*))?$/;
/** A character that ends a line somewhere, or a string in some language. */
const FORBIDDEN = /[\r\n\0]/;

/**
 * @param text the head in latin1, from its start line to its empty line, which may be left out.
 * @throws {ProtocolError} `head-malformed`
 */
export function parseRequestHead(text: string): RequestHead {
  const { startLine, fields } = splitHead(text);
  const [, method = '', target = '', version = ''] = REQUEST_LINE.exec(startLine) ?? [];
  if (!isToken(method)) throw new ProtocolError('head-malformed', `request line ${startLine}`);
  return { method, target, version, fields };
}

/** As `parseRequestHead`. @throws {ProtocolError} `head-malformed` */
export function parseResponseHead(text: string): ResponseHead {
  const { startLine, fields } = splitHead(text);
  const [, version, status, reason = ''] = STATUS_LINE.exec(startLine) ?? [];
  if (version === undefined || status === undefined) {
    throw new ProtocolError('head-malformed', `status line ${startLine}`);
  }
  return { version, status: Number(status), reason, fields };
}

/** The head as text in latin1, empty line included. @throws {ProtocolError} `head-malformed` */
export function serialiseRequestHead(head: RequestHead): string {
  return serialise(`${head.method} ${head.target} HTTP/${head.version}`, head.fields);
}

/** The head as text in latin1, empty line included. @throws {ProtocolError} `head-malformed` */
export function serialiseResponseHead(head: ResponseHead): string {
  return serialise(`HTTP/${head.version} ${head.status} ${head.reason}`, head.fields);
}

function splitHead(text: string): { startLine: string; fields: HeaderFields } {
  const end = text.indexOf(CRLF + CRLF);
  const head = end === -1 ? text.replace(/\r\n$/, '') : text.slice(0, end);
  const [startLine = '', ...fieldLines] = head.split(CRLF);
  if (FORBIDDEN.test(startLine)) throw new ProtocolError('head-malformed', 'a bare CR, LF or NUL');
  return { startLine, fields: fieldLines.map(parseField) };
}

/**
 * No space before the colon, no line folded onto the next: both have been used to make two
 * programs on the same connection read two different requests (RFC 9112 §5.1, §5.2).
 */
function parseField(line: string): HeaderField {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (!isToken(name) || FORBIDDEN.test(line)) {
    throw new ProtocolError('head-malformed', `field line ${line}`);
  }
  return [name, trimSpaces(line.slice(colon + 1))];
}

function serialise(startLine: string, fields: HeaderFields): string {
  const lines = [startLine, ...fields.map(([name, value]) => `${name}: ${value}`)];
  // A line break in a value would let whoever chose it write the rest of the head.
  if (lines.some((line) => FORBIDDEN.test(line))) {
    throw new ProtocolError('head-malformed', 'a line break inside a line');
  }
  return lines.join(CRLF) + CRLF + CRLF;
}
