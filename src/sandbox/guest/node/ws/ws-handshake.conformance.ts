// The opening handshake of the real `ws`, accepted and refused.
import type { AddressInfo } from 'node:net';
import type { ConformanceCase } from '../conformance-case.ts';
import { eventValues as event } from '../guest.fixture.ts';
import { listen } from './ws.fixture.ts';

export const HANDSHAKE_CASES: readonly ConformanceCase[] = [
  {
    title: 'subprotocol, path and headers of the handshake',
    async run(node) {
      const handleProtocols = (offered: Set<string>) => [...offered].at(-1) ?? false;
      const { wss, port } = await listen(node, { handleProtocols });
      const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}/salon?x=1`, ['a', 'b'], {
        headers: { 'X-Moi': 'oui' },
        origin: 'http://ici',
      });
      const [, request] = (await event(wss, 'connection')) as [
        WebSocket,
        { url: string; headers: Record<string, string> },
      ];
      if (client.readyState !== 1) await event(client, 'open');
      const result = [
        client.protocol,
        request.url,
        request.headers['x-moi'],
        request.headers.origin,
      ];
      client.terminate();
      const closed = event(wss, 'close');
      wss.close();
      await closed;
      return result;
    },
    expected: ['b', '/salon?x=1', 'oui', 'http://ici'],
  },
  {
    title: 'a refusal in the handshake is an error of the client, with the status',
    async run(node) {
      const { wss, port } = await listen(node, {
        verifyClient: (_info, done) => {
          done(false, 401, 'Non');
        },
        path: '/chat',
      });
      const messages: unknown[] = [];
      for (const path of ['/chat', '/autre']) {
        const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}${path}`);
        const closed = event(client, 'close');
        messages.push(((await event(client, 'error'))[0] as Error).message, (await closed)[0]);
      }
      const stopped = event(wss, 'close');
      wss.close();
      await stopped;
      return messages;
    },
    expected: ['Unexpected server response: 401', 1006, 'Unexpected server response: 400', 1006],
  },
  {
    title: 'noServer: an http server hands its upgrades over and still serves pages',
    async run(node) {
      const wss = new node.ws.WebSocketServer({ noServer: true });
      const server = node.http.createServer((_request, response) => void response.end('page'));
      server.on('upgrade', (request, socket, head) => {
        wss.handleUpgrade(request, socket, head, (client) => {
          client.send('bienvenue');
        });
      });
      server.listen(0, '127.0.0.1');
      await event(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}`);
      const [data] = await event(client, 'message');
      const [response] = (await event(
        node.http.get({ port, host: '127.0.0.1', agent: false }),
        'response',
      )) as [{ statusCode: number; resume(): void }];
      response.resume();
      client.close();
      await event(client, 'close');
      const stopped = event(server, 'close');
      server.close();
      server.closeAllConnections();
      await stopped;
      return [String(data), response.statusCode];
    },
    expected: ['bienvenue', 200],
  },
  {
    title: 'a plain request to a ws server gets 426',
    async run(node) {
      const { wss, port } = await listen(node);
      const [response] = (await event(
        node.http.get({ port, host: '127.0.0.1', agent: false }),
        'response',
      )) as [{ statusCode: number; headers: object; resume(): void }];
      response.resume();
      const stopped = event(wss, 'close');
      wss.close();
      await stopped;
      return response.statusCode;
    },
    expected: 426,
  },
  {
    title: 'a client of a port on which nobody listens gets ECONNREFUSED, then 1006',
    async run(node) {
      const { wss, port } = await listen(node);
      const stopped = event(wss, 'close');
      wss.close();
      await stopped;
      const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}`);
      const closed = event(client, 'close');
      const [error] = (await event(client, 'error')) as [NodeJS.ErrnoException];
      return [error.code, (await closed)[0]];
    },
    expected: ['ECONNREFUSED', 1006],
  },
];
