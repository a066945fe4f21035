// What a server of the real `ws` answers to frames, byte for byte, on the virtual Node and on the real one.
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import { eventValues as event, type NodeModules } from '../guest.fixture.ts';
import { describeClose, listen } from './ws.fixture.ts';

/** Sends bytes as a client that has finished its opening handshake; the bytes that come back after it. */
export async function rawFrames(
  node: NodeModules,
  hex: string,
): Promise<{ reply: string; error: unknown; close: unknown[] }> {
  const { wss, port } = await listen(node);
  const socket: Socket = node.net.connect(port, '127.0.0.1');
  let reply = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => (reply = Buffer.concat([reply, chunk])));
  socket.write(
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const [server] = (await event(wss, 'connection')) as [WebSocket];
  let code: unknown = null;
  server.on('error', (error) => (code = (error as NodeJS.ErrnoException).code));
  server.on('message', (data: RawData, isBinary) => {
    server.send(data, { binary: isBinary });
  });
  const closed = event(server, 'close');
  socket.write(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  socket.end();
  const close = describeClose(await closed);
  if (!socket.destroyed) await event(socket, 'close');
  const stopped = event(wss, 'close');
  wss.close();
  await stopped;
  return {
    reply: reply.subarray(reply.indexOf('\r\n\r\n') + 4).toString('hex'),
    error: code,
    close,
  };
}

/** Frames of RFC 6455 §5.7 and some that break its rules, from the client; masking key 37 fa 21 3d. */
export const RAW_FRAMES: Readonly<Record<string, string>> = {
  'a text message and a close': '818537fa213d7f9f4d5158 888237fa213d3412',
  'a fragmented text with a ping inside':
    '018337fa213d7f9f4d 898137fa213d1d 808237fa213d5b95 888037fa213d',
  'an unmasked frame': '810548656c6c6f',
  'a reserved bit': 'c18537fa213d7f9f4d5158',
  'an unknown opcode': '838037fa213d',
  'a ping of 126 bytes': '89fe007e37fa213d',
  'bad UTF-8': '818137fa213dc8',
  'close code 1005': '888237fa213d3417',
  'a continuation of nothing': '808037fa213d',
  'a length of 2^63': '81ff800000000000000537fa213d',
  'nothing but the end': '',
};
