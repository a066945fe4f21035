// Where a response ends in the bytes of a connection: its head, then the body that the head announces (RFC 9112 §6.3).
import { listHasToken } from '../../wire/index.ts';
import {
  fieldsOf,
  fieldValues,
  type HttpLines,
  splitHttpLines,
  startLineOf,
} from '../http-lines.ts';
import type { Conversation } from './conversation.ts';

const END_OF_HEAD = '\r\n\r\n';

/** A connection, as far as a response can be read off it. */
type Received = Pick<Conversation, 'text' | 'state'>;

export function hasWholeHead({ text }: Pick<Received, 'text'>): boolean {
  return text.includes(END_OF_HEAD);
}

/** Whether a client would wait no more: all that is announced is there, or the connection is over. */
export function isAnswered(received: Received): boolean {
  return received.state !== 'open' || (hasWholeHead(received) && missingBody(received) === null);
}

/** The status of the response, or `null` when what came does not begin with a status line. */
export function statusOf(head: HttpLines): number | null {
  const [, status] = /^HTTP\/\d\.\d (\d{3})(?: |$)/.exec(startLineOf(head)) ?? [];
  return status === undefined ? null : Number(status);
}

/** What is still missing of the body. `length`: bytes that were announced; `null`: nothing is missing. */
export type MissingBody =
  | { readonly kind: 'length'; readonly announced: number; readonly received: number }
  | { readonly kind: 'last-chunk' }
  /** Neither a length nor chunks: only the end of the connection tells where the body ends. */
  | { readonly kind: 'end' };

/** For a response whose head is whole. */
export function missingBody({ text, state }: Received): MissingBody | null {
  const end = text.indexOf(END_OF_HEAD) + END_OF_HEAD.length;
  const head = splitHttpLines(text.slice(0, end));
  const body = text.slice(end);
  const status = statusOf(head);
  if (status === null || status < 200 || status === 204 || status === 304) return null;
  const fields = fieldsOf(head);
  if (listHasToken(fieldValues(fields, 'Transfer-Encoding').join(', '), 'chunked')) {
    return hasLastChunk(body) ? null : { kind: 'last-chunk' };
  }
  const [length] = fieldValues(fields, 'Content-Length');
  if (length !== undefined && /^\d+$/.test(length)) {
    const announced = Number(length);
    return body.length >= announced ? null : { kind: 'length', announced, received: body.length };
  }
  return state === 'ended' ? null : { kind: 'end' };
}

function hasLastChunk(body: string): boolean {
  let offset = 0;
  for (;;) {
    const line = body.indexOf('\r\n', offset);
    if (line === -1) return false;
    const size = Number.parseInt(body.slice(offset, line), 16);
    if (Number.isNaN(size)) return false;
    if (size === 0) return body.includes('\r\n\r\n', line);
    offset = line + 2 + size + 2;
  }
}
