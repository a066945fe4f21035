// What each line of a head says, in words, and whether the whole opens a connection.
import { inspector as words } from '../../i18n/inspector.ts';
import {
  checkUpgradeResponse,
  decodeLatin1,
  examineUpgradeRequest,
  headerValues,
  parseExtensions,
  parseSubprotocols,
  ProtocolError,
  type RequestHead,
  type ResponseHead,
  type UpgradeOffer,
} from '../../wire/index.ts';
import type { HeadEntry } from './entry.ts';
import type { LineMeaning } from './line-meaning.ts';
import { readRequestField, readRequestLine } from './request-lines.ts';
import { readResponseField, readStatusLine } from './response-lines.ts';

export type HeadLine = LineMeaning & {
  /** Without its CR LF. */
  readonly text: string;
  /** Of a field; null for the first line and for one that cannot be read. */
  readonly name: string | null;
  /** Whether its CR LF has come. */
  readonly isEnded: boolean;
};

export type Conclusion = {
  readonly sentence: string;
  readonly rfc: string | null;
  readonly isFault: boolean;
};

export type HeadReading = {
  readonly lines: readonly HeadLine[];
  readonly conclusion: Conclusion | null;
};

export function readHead(entry: HeadEntry): HeadReading {
  const text = decodeLatin1(entry.bytes.kept);
  return { lines: readLines(entry, text), conclusion: conclude(entry, text) };
}

function readLines(entry: HeadEntry, text: string): HeadLine[] {
  const lines = text.split('\r\n');
  // After the CR LF of the last field, the empty line; after its own, nothing.
  while (lines.at(-1) === '') lines.pop();
  const starts = startsOf(lines);
  return lines.map((line, index) => {
    const start = starts[index] ?? 0;
    const colon = index === 0 ? -1 : line.indexOf(':');
    return {
      text: line,
      name: colon === -1 ? null : line.slice(0, colon),
      isEnded: text.startsWith('\r\n', start + line.length),
      ...readLine(entry, line, index, start),
    };
  });
}

function startsOf(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const here = start;
    start += line.length + 2;
    return here;
  });
}

function readLine(entry: HeadEntry, line: string, index: number, start: number): LineMeaning {
  const { fault, parsed } = entry;
  if (parsed === null) {
    if (fault?.code !== 'head-malformed') return { meaning: '', isFault: false };
    const isFault = fault.offset === start;
    const sentence = start < fault.offset ? '' : words.head.unjudged;
    return { meaning: isFault ? words.head.unread : sentence, isFault };
  }
  const field = parsed.fields[index - 1];
  if (entry.message === 'request') {
    const head = entry.parsed;
    if (head === null) return { meaning: '', isFault: false };
    return field === undefined ? readRequestLine(head) : readRequestField(field, head);
  }
  const head = entry.parsed;
  if (head === null) return { meaning: line, isFault: false };
  return field === undefined ? readStatusLine(head) : readResponseField(field, head, entry.request);
}

/** What is true of the head as a whole; a missing line has no row of its own. */
function conclude(entry: HeadEntry, text: string): Conclusion | null {
  if (entry.fault !== null) {
    const { code, offset, rfc } = entry.fault;
    return {
      sentence: words.details.faultAt(words.faults[code], offset, rfc),
      rfc: null,
      isFault: true,
    };
  }
  if (entry.parsed === null) {
    const isBare = /\n\n|[^\r]\n[^\r\n]/.test(text);
    return {
      sentence: isBare ? words.head.bareLineFeeds : words.head.waiting,
      rfc: null,
      isFault: isBare,
    };
  }
  return entry.message === 'request'
    ? concludeRequest(entry.parsed)
    : concludeResponse(entry.parsed, entry.request);
}

function concludeRequest(head: RequestHead): Conclusion {
  const verdict = examineUpgradeRequest(head);
  if (verdict.valid) return { sentence: words.head.valid.request, rfc: null, isFault: false };
  const { rule, rfc } = verdict.refusal;
  return { sentence: words.refusals[rule], rfc, isFault: true };
}

function concludeResponse(head: ResponseHead, request: RequestHead | null): Conclusion | null {
  if (head.status !== 101) {
    const sentence = head.status < 200 ? words.head.interim : words.head.refused;
    return { sentence, rfc: null, isFault: false };
  }
  if (request === null) return null;
  try {
    checkUpgradeResponse(head, offerOf(request));
    return { sentence: words.head.valid.response, rfc: null, isFault: false };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { sentence: words.faults[error.code], rfc: error.rfc, isFault: true };
  }
}

/** What a request offers; what is malformed in it offers nothing. */
function offerOf({ fields }: RequestHead): UpgradeOffer {
  return {
    key: headerValues(fields, 'Sec-WebSocket-Key').join(),
    subprotocols: parseSubprotocols(headerValues(fields, 'Sec-WebSocket-Protocol').join()) ?? [],
    extensions: parseExtensions(headerValues(fields, 'Sec-WebSocket-Extensions').join()) ?? [],
  };
}
