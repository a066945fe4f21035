// Refusals on a raw socket: before there is a response object, or after an upgrade was asked for.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { COMMON_HEADERS } from './security-headers.ts';

/** How long a refused peer may take to read its refusal and close, in milliseconds. */
const LINGER = 1000;

export type RefusalWords = {
  /** The reason phrase, in latin1, instead of the usual one. */
  readonly reason?: string;
  /** A sentence for a person, as plain text. Without it, no body. */
  readonly sentence?: string;
};

/** Names and values, in latin1; a name may come twice. */
export type RefusalFields = readonly (readonly [name: string, value: string])[];

/** The one status of a refusal that has no length (RFC 9110 §8.6). */
const NO_CONTENT = 204;

/** Answers with `status`, then closes, at the latest after `LINGER`. The first refusal of a socket counts. */
export function refuse(
  socket: Duplex,
  status: number,
  fields: RefusalFields = [],
  { reason = STATUS_CODES[status] ?? '', sentence }: RefusalWords = {},
): void {
  if (socket.destroyed || socket.writableEnded) return;
  const body = Buffer.from(sentence === undefined ? '' : `${sentence}\n`);
  const ours = {
    ...COMMON_HEADERS,
    ...(body.length > 0 && { 'Content-Type': 'text/plain; charset=utf-8' }),
    ...(status !== NO_CONTENT && { 'Content-Length': String(body.length) }),
    // Whoever sends Upgrade names it as an option of the connection (RFC 9110 §7.8).
    Connection: fields.some(([name]) => /^upgrade$/i.test(name)) ? 'close, Upgrade' : 'close',
  };
  const lines = [...fields, ...Object.entries(ours)].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`, 'latin1');
  socket.write(Buffer.concat([head, body]));
  hangUp(socket);
}

/** Half-closes after what was written, and cuts whoever does not read or close within `LINGER`. */
export function hangUp(socket: Duplex): void {
  if (socket.destroyed) return;
  socket.end();
  // What the peer still sends is read and dropped: closing on unread bytes would reset, and lose the last words.
  socket.resume();
  const timer = setTimeout(() => {
    socket.destroy();
  }, LINGER);
  timer.unref();
  socket.once('close', () => {
    clearTimeout(timer);
  });
}
