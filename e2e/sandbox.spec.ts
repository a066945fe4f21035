// The sandbox in a real browser: loading, calling, connecting, and what each kind of broken file is told.
import { expect, test } from './sandbox-test.ts';

test('loads a file, calls its export and gives its console back', async ({ harness }) => {
  const result = await harness.evaluate(async () => {
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'poignee/accept.js': [
          "import { createHash } from 'node:crypto';",
          "const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';",
          'export function calculerAccept(cle) {',
          "  console.log('clé', cle);",
          "  return createHash('sha1').update(cle + GUID).digest('base64');",
          '}',
        ].join('\n'),
      },
      modules: ['poignee/accept.js'],
      seed: 1,
    });
    const load = await subject.load();
    const outcomes = await subject.call('poignee/accept.js', 'calculerAccept', [
      ['dGhlIHNhbXBsZSBub25jZQ=='],
    ]);
    return { load, outcomes, console: subject.console };
  });
  expect(result.load).toEqual({
    status: 'loaded',
    exports: { 'poignee/accept.js': ['calculerAccept'] },
    functions: { 'poignee/accept.js': ['calculerAccept'] },
  });
  expect(result.outcomes).toMatchObject([
    { status: 'returned', value: { type: 'string', value: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' } },
  ]);
  expect(result.console).toEqual([
    {
      level: 'log',
      text: 'clé dGhlIHNhbXBsZSBub25jZQ==',
      location: { file: 'poignee/accept.js', line: 4, column: expect.any(Number) as unknown },
    },
  ]);
});

test('carries raw bytes to the student’s server, and from their client to the grader', async ({
  harness,
}) => {
  const result = await harness.evaluate(async () => {
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'serveur.js': [
          "import net from 'node:net';",
          'const ecoute = net.createServer({ allowHalfOpen: true }, (socket) => {',
          "  socket.on('data', (octets) => socket.write(Buffer.from(octets).reverse()));",
          "  socket.on('end', () => socket.end('fin'));",
          '});',
          'ecoute.listen(8080);',
          'export const appeler = () => new Promise((resolve) => {',
          "  const client = net.connect(9090, () => client.end('bonjour'));",
          "  client.on('data', (octets) => resolve(String(octets)));",
          '});',
        ].join('\n'),
      },
      modules: ['serveur.js'],
      seed: 1,
    });
    await subject.load();
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

    const stream = await subject.connect(8080);
    const writer = stream.writable.getWriter();
    const reader = stream.readable.getReader();
    await writer.write(Uint8Array.of(1, 2, 3));
    const echo = [...((await reader.read()).value ?? [])];
    await writer.close();
    const farewell = text((await reader.read()).value);
    const end = (await reader.read()).done;

    const visitors = subject.accept(9090)[Symbol.asyncIterator]();
    const called = subject.call('serveur.js', 'appeler', [[]]);
    const visitor = (await visitors.next()).value as Awaited<ReturnType<typeof subject.connect>>;
    const heard = text((await visitor.readable.getReader().read()).value);
    await visitor.writable.getWriter().write(new TextEncoder().encode('salut'));
    const refused = await subject.connect(1).then(
      () => 'connected',
      (error: unknown) => String(error),
    );
    return { echo, farewell, end, heard, called: await called, refused };
  });
  expect(result).toMatchObject({
    echo: [3, 2, 1],
    farewell: 'fin',
    end: true,
    heard: 'bonjour',
    called: [{ status: 'returned', value: { value: 'salut' } }],
    refused: 'StreamReset: The stream was reset: refused',
  });
});

test('runs an http server with ws and a client of it in one worker', async ({ harness }) => {
  const { load, console } = await harness.evaluate(() =>
    window.harness.attempt({
      files: {
        'serveur.js': [
          "import http from 'node:http';",
          "import { WebSocketServer, WebSocket } from 'ws';",
          'const serveur = http.createServer((_demande, reponse) => reponse.end());',
          'const wss = new WebSocketServer({ server: serveur });',
          "wss.on('connection', (socket) => {",
          "  socket.on('message', (donnees, binaire) => socket.send(donnees, { binary: binaire }));",
          '});',
          'await new Promise((resolve) => serveur.listen(8080, resolve));',
          "const client = new WebSocket('ws://localhost:8080/');",
          "client.on('open', () => client.send('bonjour é€😀'));",
          "const recu = await new Promise((resolve) => client.on('message', resolve));",
          'console.log(String(recu));',
        ].join('\n'),
      },
      packages: ['ws'],
    }),
  );
  expect(load).toMatchObject({ status: 'loaded' });
  expect(console.map(({ text }) => text)).toEqual(['bonjour é€😀']);
});

test('goes on working when the server is gone', async ({ page }) => {
  const { startTestServer } = await import('./server.ts');
  const server = await startTestServer();
  await page.goto(server.origin);
  await page.evaluate(() => window.harness.sandbox.prepare());
  await server[Symbol.asyncDispose]();
  for (let run = 0; run < 3; run += 1) {
    const { load } = await page.evaluate(() =>
      window.harness.attempt({ files: { 'a.js': 'export const a = 1;' } }),
    );
    expect(load).toMatchObject({ status: 'loaded' });
  }
});

test('gives each subject a realm of its own', async ({ harness }) => {
  const loads = await harness.evaluate(async () => {
    const files = {
      'a.js': 'globalThis.trace = (globalThis.trace ?? 0) + 1; throw globalThis.trace;',
    };
    return [await window.harness.attempt({ files }), await window.harness.attempt({ files })];
  });
  expect(loads.map(({ load }) => load)).toMatchObject([
    { thrown: { message: '1' } },
    { thrown: { message: '1' } },
  ]);
});

test('touches neither the network nor the document before it is asked to', async ({
  page,
  server,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(server.origin);
  await page.waitForFunction(() => 'harness' in window);
  expect(requests.sort()).toEqual(['/', '/harness.js']);
  expect(await page.locator('iframe').count()).toBe(0);
});
