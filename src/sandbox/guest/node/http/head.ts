// The head of an HTTP message: its lines as Node's own parser (llhttp) accepts and refuses them.
import { nodeError, type CodedError } from '../errors.ts';
import { METHODS } from './names.ts';

export type ParseError = CodedError<{ reason: string; bytesParsed: number }>;

/** One message's head. `rawHeaders` alternates names and values, as they came. */
export type Head = {
  method: string;
  url: string;
  statusCode: number;
  statusMessage: string;
  versionMajor: number;
  versionMinor: number;
  rawHeaders: string[];
};

export function parseError(code: string, reason: string): ParseError {
  return nodeError(Error, code, `Parse Error: ${reason}`, { reason, bytesParsed: 0 });
}

const KNOWN_METHODS = new Set<string>(METHODS);
const VERSIONS = new Set(['0.9', '1.0', '1.1', '2.0']);
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
const URL_CHARACTERS = /^[\x21-\x7e]+$/;
const ABSOLUTE_URL = /^[a-z][a-z\d+.-]*:\/\//i;
// eslint-disable-next-line no-control-regex -- control characters are what is refused
const VALUE = /^[^\x00-\x08\x0a-\x1f\x7f]*$/;

/** Says no as soon as the bytes received cannot begin a request: a client that speaks TLS here gets its 400 at once. */
export function checkRequestStart(partial: string): void {
  const method = partial.split(' ', 1)[0] ?? '';
  const isPossible =
    method.length === partial.length
      ? METHODS.some((name) => name.startsWith(method))
      : KNOWN_METHODS.has(method);
  if (!isPossible) throw parseError('HPE_INVALID_METHOD', 'Invalid method encountered');
}

/** `line` without its LF; every line must end in CRLF. */
export function parseRequestLine(line: string): Head {
  checkRequestStart(line);
  const [method = '', url = '', version = ''] = line.split(' ', 3);
  const protocol = line.slice(method.length + url.length + 2);
  const isValid =
    URL_CHARACTERS.test(url) &&
    (/^[/*]/.test(url) || method === 'CONNECT' || ABSOLUTE_URL.test(url));
  if (!isValid)
    throw parseError(
      'HPE_INVALID_URL',
      /[\x80-\xff]/.test(url) ? 'Invalid char in url path' : 'Invalid characters in url',
    );
  if (!version.startsWith('HTTP/'))
    throw parseError('HPE_INVALID_CONSTANT', 'Expected HTTP/, RTSP/ or ICE/');
  return {
    ...emptyHead(),
    ...parseVersion(protocol.slice(0, 8)),
    ...endOfVersion(protocol),
    method,
    url,
  };
}

function endOfVersion(protocol: string): object {
  if (protocol.slice(8) !== '\r')
    throw parseError('HPE_INVALID_VERSION', 'Expected CRLF after version');
  return {};
}

export function parseStatusLine(line: string): Head {
  if (!line.startsWith('HTTP/'))
    throw parseError('HPE_INVALID_CONSTANT', 'Expected HTTP/, RTSP/ or ICE/');
  const version = parseVersion(line.slice(0, 8));
  const match = /^ (\d{3})(?: ([^\r]*))?\r$/.exec(line.slice(8));
  if (match === null) throw parseError('HPE_INVALID_STATUS', 'Invalid status code');
  return {
    ...emptyHead(),
    ...version,
    statusCode: Number(match[1]),
    statusMessage: match[2] ?? '',
  };
}

function parseVersion(text: string): Pick<Head, 'versionMajor' | 'versionMinor'> {
  const version = text.slice(5);
  if (!VERSIONS.has(version)) throw parseError('HPE_INVALID_VERSION', 'Invalid HTTP version');
  return { versionMajor: Number(version[0]), versionMinor: Number(version[2]) };
}

function emptyHead(): Head {
  return {
    method: '',
    url: '',
    statusCode: 0,
    statusMessage: '',
    versionMajor: 1,
    versionMinor: 1,
    rawHeaders: [],
  };
}

/** Name and value of one header line, without its LF. */
export function parseHeaderLine(line: string): readonly [string, string] {
  if (/^[ \t]/.test(line))
    throw parseError('HPE_INVALID_HEADER_TOKEN', 'Unexpected whitespace after header value');
  const at = line.indexOf(':');
  const name = line.slice(0, Math.max(0, at));
  if (at === -1 || !TOKEN.test(name))
    throw parseError('HPE_INVALID_HEADER_TOKEN', 'Invalid header token');
  const end = line.indexOf('\r');
  if (end !== line.length - 1) {
    throw end === -1
      ? parseError('HPE_CR_EXPECTED', 'Missing expected CR after header value')
      : parseError('HPE_LF_EXPECTED', 'Missing expected LF after header value');
  }
  const value = trimSpaces(line.slice(at + 1, end));
  if (!VALUE.test(value)) throw parseError('HPE_INVALID_HEADER_TOKEN', 'Invalid header value char');
  return [name, value];
}

/** Not by a regular expression: `[ \t]+$` takes the square of the spaces inside, which a visitor chooses. */
function trimSpaces(value: string): string {
  const isSpace = (index: number): boolean => value[index] === ' ' || value[index] === '\t';
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return value.slice(start, end);
}

/** How the body's end is known. `until-close`: when the peer ends the connection (responses only). */
export type BodyFraming =
  | { kind: 'none' }
  | { kind: 'length'; length: number }
  | { kind: 'chunked' }
  | { kind: 'until-close' };

/** What the headers say of the message as a whole (RFC 9112 §6.3). */
export type Framing = {
  readonly body: BodyFraming;
  readonly isUpgrade: boolean;
  readonly keepsAlive: boolean;
};

function tokensOf(head: Head, wanted: string): string[] {
  const tokens: string[] = [];
  for (let index = 0; index < head.rawHeaders.length; index += 2) {
    if (head.rawHeaders[index]?.toLowerCase() !== wanted) continue;
    tokens.push(
      ...(head.rawHeaders[index + 1] ?? '')
        .toLowerCase()
        .split(',')
        .map((token) => token.trim()),
    );
  }
  return tokens;
}

export function framingOf(head: Head, kind: 'request' | 'response'): Framing {
  const connection = tokensOf(head, 'connection');
  const isHttp11 = head.versionMajor === 1 && head.versionMinor === 1;
  const asksUpgrade = connection.includes('upgrade') && tokensOf(head, 'upgrade').length > 0;
  const isUpgrade =
    kind === 'request'
      ? asksUpgrade || head.method === 'CONNECT'
      : asksUpgrade && head.statusCode === 101;
  const body = bodyFraming(head, kind);
  const wantsAlive = isHttp11 ? !connection.includes('close') : connection.includes('keep-alive');
  return { body, isUpgrade, keepsAlive: wantsAlive && body.kind !== 'until-close' };
}

function bodyFraming(head: Head, kind: 'request' | 'response'): BodyFraming {
  const lengths = tokensOf(head, 'content-length');
  const codings = tokensOf(head, 'transfer-encoding');
  if (lengths.length > 1)
    throw parseError('HPE_UNEXPECTED_CONTENT_LENGTH', 'Duplicate Content-Length');
  const [length] = lengths;
  if (length !== undefined && !/^\d+$/.test(length)) {
    throw parseError('HPE_INVALID_CONTENT_LENGTH', 'Invalid character in Content-Length');
  }
  if (codings.length > 0 && length !== undefined) {
    throw parseError(
      'HPE_INVALID_TRANSFER_ENCODING',
      "Transfer-Encoding can't be present with Content-Length",
    );
  }
  const { statusCode } = head;
  if (kind === 'response' && (statusCode < 200 || statusCode === 204 || statusCode === 304))
    return { kind: 'none' };
  if (codings.at(-1) === 'chunked') return { kind: 'chunked' };
  if (codings.length > 0 && kind === 'request') {
    throw parseError('HPE_INVALID_TRANSFER_ENCODING', 'Request has invalid `Transfer-Encoding`');
  }
  if (length !== undefined && codings.length === 0)
    return Number(length) === 0 ? { kind: 'none' } : { kind: 'length', length: Number(length) };
  return kind === 'request' ? { kind: 'none' } : { kind: 'until-close' };
}
