// A refusal written on a bare socket: before there is a response object, or after an upgrade was asked for.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { COMMON_HEADERS } from './security-headers.ts';

/** How long a refused peer may take to read its refusal and close, in milliseconds. */
const LINGER = 1000;

/** Answers with `status` and no body, then closes, at the latest after `LINGER`. The first refusal of a socket counts. */
export function refuse(
  socket: Duplex,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (socket.destroyed || socket.writableEnded) return;
  const fields = { ...headers, ...COMMON_HEADERS, 'Content-Length': '0', Connection: 'close' };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`);
  // What the peer still sends is read and dropped: closing on unread bytes would reset, and lose the refusal.
  socket.resume();
  const timer = setTimeout(() => {
    socket.destroy();
  }, LINGER);
  timer.unref();
  socket.once('close', () => {
    clearTimeout(timer);
  });
}
