// The student's server of the measure: accepts, and sends every frame's payload back in a frame of its own.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function creerServeur() {
  const server = createServer((_request, response) => response.writeHead(426).end());
  server.on('upgrade', (request, socket) => {
    const key = request.headers['sec-websocket-key'];
    const accept = createHash('sha1')
      .update(key + GUID)
      .digest('base64');
    socket.on('error', () => {});
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let frame = takeFrame(); frame !== null; frame = takeFrame()) answer(frame);
    });
    function takeFrame() {
      if (rest.length < 2) return null;
      const short = rest[1] & 127;
      const size = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (rest.length < size) return null;
      const length = size === 2 ? short : size === 4 ? rest.readUInt16BE(2) : rest.readUInt32BE(6);
      const start = size + 4;
      if (rest.length < start + length) return null;
      const frame = {
        opcode: rest[0] & 15,
        key: rest.subarray(size, start),
        payload: rest.subarray(start, start + length),
      };
      rest = rest.subarray(start + length);
      return frame;
    }
    function answer({ opcode, key, payload }) {
      const { length } = payload;
      const size = length < 126 ? 2 : length < 65536 ? 4 : 10;
      const reply = Buffer.alloc(size + length);
      reply[0] = 0x80 | opcode;
      if (size === 2) reply[1] = length;
      else if (size === 4) {
        reply[1] = 126;
        reply.writeUInt16BE(length, 2);
      } else {
        reply[1] = 127;
        reply.writeUInt32BE(length, 6);
      }
      for (let i = 0; i < length; i++) reply[size + i] = payload[i] ^ key[i & 3];
      socket.write(reply);
      if (opcode === 8) socket.end();
    }
  });
  return server;
}
