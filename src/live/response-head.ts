// What of a student's answer may reach a visitor: a browser would take the rest as the word of our own origin.
import {
  type HeaderFields,
  parseResponseHead,
  ProtocolError,
  type ResponseHead,
  serialiseResponseHead,
} from '../wire/index.ts';

/** Longest head of an answer, in bytes, empty line included. */
export const MAX_RESPONSE_HEAD = 16 * 1024;

export type FilteredHead =
  | {
      readonly kind: 'upgrade';
      /** In latin1, empty line included. */
      readonly head: string;
      /** Names of the fields left out. */
      readonly removed: readonly string[];
    }
  | {
      /** The visitor gets the status and `fields`, no body, and the end of the connection. */
      readonly kind: 'refusal';
      readonly status: number;
      readonly reason: string;
      readonly fields: HeaderFields;
      /** The head announces a body. */
      readonly hasBody: boolean;
      readonly removed: readonly string[];
    }
  | {
      readonly kind: 'unusable';
      readonly warning: 'head-malformed' | 'interim-status';
      readonly detail: string;
    };

const SWITCHING_PROTOCOLS = 101;
const MAX_DETAIL = 200;

/** An allow-list: `Set-Cookie`, `Clear-Site-Data`, `Strict-Transport-Security`, `Alt-Svc` … would act on the whole site. */
const ALLOWED = /^(?:upgrade|connection|date|sec-websocket-.*)$/i;
/** Ours to say in a refusal, and so no loss to its author. */
const REWRITTEN = /^(?:connection|content-length|content-type|transfer-encoding|keep-alive)$/i;
/** A tab is the only control character that a head may hold (RFC 9110 §5.5). */
// eslint-disable-next-line no-control-regex -- those are what is looked for.
const CONTROL_CHARACTER = /[\x00-\x08\x0a-\x1f\x7f]/;

/** @param text the head in latin1, empty line included. */
export function filterResponseHead(text: string): FilteredHead {
  const head = parse(text);
  if (head === null) {
    const [firstLine = ''] = text.split('\r\n', 1);
    return { kind: 'unusable', warning: 'head-malformed', detail: firstLine.slice(0, MAX_DETAIL) };
  }
  if (head.status === SWITCHING_PROTOCOLS) return filterUpgrade(head);
  if (head.status < 200) {
    return { kind: 'unusable', warning: 'interim-status', detail: String(head.status) };
  }
  return {
    kind: 'refusal',
    status: head.status,
    reason: head.reason,
    fields: head.fields.filter(([name]) => ALLOWED.test(name) && !REWRITTEN.test(name)),
    hasBody: head.fields.some(
      ([name, value]) =>
        /^transfer-encoding$/i.test(name) || (/^content-length$/i.test(name) && value !== '0'),
    ),
    removed: namesOf(head.fields, (name) => !ALLOWED.test(name) && !REWRITTEN.test(name)),
  };
}

function filterUpgrade(head: ResponseHead): FilteredHead {
  const fields = head.fields.filter(([name]) => ALLOWED.test(name));
  return {
    kind: 'upgrade',
    head: serialiseResponseHead({ ...head, fields }),
    removed: namesOf(head.fields, (name) => !ALLOWED.test(name)),
  };
}

/** Null for anything but a well-formed head of HTTP/1.x. */
function parse(text: string): ResponseHead | null {
  try {
    const head = parseResponseHead(text);
    const isSound = [head.reason, ...head.fields.map(([, value]) => value)].every(
      (each) => !CONTROL_CHARACTER.test(each),
    );
    return isSound && /^1\.[01]$/.test(head.version) && head.status <= 599 ? head : null;
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

function namesOf(fields: HeaderFields, isWanted: (name: string) => boolean): string[] {
  return [...new Set(fields.map(([name]) => name).filter(isWanted))];
}
