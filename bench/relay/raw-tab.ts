// The WebSocket of a tab by hand: what a library would cost on this side is not the server's, and is not measured here.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { LIVE_ENDPOINT, parseServerMessage } from '../../src/live/index.ts';
import type { Carrier } from '../../src/mux/index.ts';

const KEY_SIZE = 4;

/** Goes online through `socket`; gives the code. */
export async function claimCode(socket: Socket, port: number): Promise<string> {
  const host = `127.0.0.1:${port}`;
  socket.write(
    `GET ${LIVE_ENDPOINT} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const [head] = (await once(socket, 'data')) as [Buffer];
  if (!head.toString().startsWith('HTTP/1.1 101 ')) throw new Error(head.toString());
  const claim = Buffer.from('{"type":"claim"}');
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | claim.length, 0, 0, 0, 0]), claim]));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  const message = parseServerMessage(answer.subarray(answer.indexOf('{')).toString());
  if (message?.type !== 'claimed') throw new Error(answer.toString());
  return message.code;
}

/** Frames that are whole binary messages, both ways; masked with `key` on the way out, as a browser's are (RFC 6455 §5.3). */
export function rawCarrier(socket: Socket, key: Buffer): Carrier {
  let rest: Buffer = Buffer.alloc(0);
  return {
    send: (frame) => {
      socket.write(masked(frame, key));
    },
    onFrame: (listener) => {
      socket.on('data', (chunk: Buffer) => {
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        for (let end = endOfFrame(rest); end !== null; end = endOfFrame(rest)) {
          const isBinary = rest[0] === 0x82;
          const frame = rest.subarray(startOfPayload(rest), end);
          rest = rest.subarray(end);
          if (isBinary) listener(frame);
        }
      });
    },
    onClose: (listener) => {
      socket.once('close', listener);
    },
    close: () => {
      socket.destroy();
    },
  };
}

/** RFC 6455 §5.2: 2 bytes, and 2 or 8 more of length. */
function startOfPayload(bytes: Buffer): number {
  if (bytes[1] === 126) return 4;
  return bytes[1] === 127 ? 10 : 2;
}

/** Null while the frame at the beginning is not whole. */
function endOfFrame(bytes: Buffer): number | null {
  if (bytes.length < 2) return null;
  const start = startOfPayload(bytes);
  if (bytes.length < start) return null;
  const length =
    start === 2 ? bytes.readUInt8(1) : start === 4 ? bytes.readUInt16BE(2) : bytes.readUInt32BE(6);
  return bytes.length < start + length ? null : start + length;
}

function masked(frame: Uint8Array, key: Buffer): Buffer {
  const { length } = frame;
  const size = length < 126 ? 2 : 4;
  const message = Buffer.allocUnsafe(size + KEY_SIZE + length);
  message[0] = 0x82;
  message[1] = 0x80 | (size === 2 ? length : 126);
  if (size === 4) message.writeUInt16BE(length, 2);
  message.set(key, size);
  const start = size + KEY_SIZE;
  const [a = 0, b = 0, c = 0, d = 0] = key;
  const pattern = [a, b, c, d];
  for (let at = 0; at < length; at++) {
    message[start + at] = (frame[at] ?? 0) ^ (pattern[at & 3] ?? 0);
  }
  return message;
}
