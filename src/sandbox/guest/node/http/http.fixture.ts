// A server of `node:http`, and raw clients for it, as its cases need them, in either Node.
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, RequestListener, Server, ServerOptions } from 'node:http';
import { event, type NodeModules } from '../guest.fixture.ts';

export async function serve(
  { http }: NodeModules,
  listener: RequestListener,
  options: ServerOptions = {},
): Promise<{ server: Server; port: number; stop: () => Promise<unknown> }> {
  const server = http.createServer(options, listener);
  server.listen(0, '127.0.0.1');
  await event(server, 'listening');
  const stop = () => {
    const closed = event(server, 'close');
    server.close();
    server.closeAllConnections();
    return closed;
  };
  return { server, port: (server.address() as AddressInfo).port, stop };
}

const withoutDate = (text: string): string => text.replace(/Date: [^\r]+/g, 'Date: D');

/** Sends bytes and, unless told otherwise, half-closes; everything that comes back, as latin1, with the dates masked. */
export async function exchange(
  { net }: NodeModules,
  port: number,
  bytes: string,
  end: 'half-closes' | 'waits' = 'half-closes',
): Promise<string> {
  const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(Buffer.from(bytes, 'latin1'));
  if (end === 'half-closes') socket.end();
  else socket.once('end', () => socket.end());
  await event(socket, 'close').catch(() => undefined);
  return withoutDate(text);
}

/** Echoes what the server understood of the request. */
export const describeRequest: RequestListener = (request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
  request.on('error', () => undefined);
  request.on('end', () => {
    response.end(
      JSON.stringify([
        request.method,
        request.url,
        request.httpVersion,
        request.rawHeaders,
        body,
        request.trailers,
      ]),
    );
  });
};

export const HEAD = 'GET / HTTP/1.1\r\nHost: x\r\n';

export async function readAll(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}
