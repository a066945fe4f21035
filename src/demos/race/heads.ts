// The heads that a browser and a server exchange, and what they weigh.
import { encodeUtf8 } from '../../wire/messages/utf8.ts';

const BROWSER = [
  'Host: chat.exemple.fr',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Accept-Language: fr-FR,fr;q=0.9',
  'Cookie: session=8f14e45fceea167a5a36dedd4bea2543',
];
const SERVER = ['Date: Sat, 28 Nov 2026 12:00:00 GMT'];

const weigh = (...lines: readonly string[]): number =>
  encodeUtf8(`${lines.join('\r\n')}\r\n\r\n`).length;

/** Bytes of one request and of its response, bodies left out. */
export const HEADS = {
  poll:
    weigh('GET /messages?depuis=1024 HTTP/1.1', ...BROWSER, 'Accept: application/json') +
    weigh('HTTP/1.1 200 OK', ...SERVER, 'Content-Type: application/json', 'Content-Length: 40'),
  sse:
    weigh('GET /flux HTTP/1.1', ...BROWSER, 'Accept: text/event-stream') +
    weigh(
      'HTTP/1.1 200 OK',
      ...SERVER,
      'Content-Type: text/event-stream',
      'Cache-Control: no-store',
    ),
  webSocket:
    weigh(
      'GET /chat HTTP/1.1',
      ...BROWSER,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Origin: https://chat.exemple.fr',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
    ) +
    weigh(
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
    ),
} as const;
