// repli/sse.js over a real HTTP server: what a page would read from the response that does not end.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { abonner, abonnes, publier } from './sse.js';

test('repli/sse.js sends each subscriber an event with its id, and forgets who leaves', async () => {
  const server = createServer(abonner).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const leaving = new AbortController();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const response = fetch(address, { signal: leaving.signal });
  await once(server, 'request');
  // The head leaves with the first event.
  publier(7, { texte: 'deux\nlignes' });
  const { headers, body } = await response;
  expect(headers.get('content-type')).toBe('text/event-stream');
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  expect(value).toBe('id: 7\ndata: {"texte":"deux\\nlignes"}\n\n');

  const [subscriber] = abonnes as Set<ServerResponse>;
  const gone = once(subscriber!, 'close');
  leaving.abort();
  await gone;
  expect(abonnes.size).toBe(0);
  server.close();
});
