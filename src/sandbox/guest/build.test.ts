// The bundle as a browser gets it: no Node underneath, no code made from text, a bounded weight.
import { spawn } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildGuest } from './build.ts';

const NODE_ENTRY = fileURLToPath(new URL('./node/index.ts', import.meta.url));

/** Everything that Node adds to what a browser's worker has. */
const NODE_GLOBALS = [
  'process',
  'Buffer',
  'global',
  'setImmediate',
  'clearImmediate',
  'require',
  'module',
  'exports',
];

/**
 * Runs the bundle, then `source`, in a realm without Node's globals where `eval` and `new Function` throw.
 * `source` calls `report(value)` with a cloneable value.
 */
async function runBare(bundle: string, source: string): Promise<unknown> {
  const script = `
    const send = process.send.bind(process);
    // Listening keeps the process alive until it is killed.
    process.on('message', () => {});
    const report = (value) => send({ value });
    const hide = (name) => Object.defineProperty(globalThis, name, { value: undefined, configurable: true, writable: true });
    ${JSON.stringify(NODE_GLOBALS)}.forEach(hide);
    (function (require, module, exports) {
      ${bundle}
      const node = VirtualNode.createVirtualNode({ reportError: (error) => report(String(error && error.stack)) });
      node.installGlobals(globalThis);
      const load = (name) => node.builtins[name].exports;
      ${source}
    })();`;
  const child = spawn(process.execPath, ['--disallow-code-generation-from-strings', '-'], {
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('message', (message) => {
        resolve((message as { value: unknown }).value);
      });
      child.once('error', reject);
      child.once('exit', (code) => {
        reject(new Error(`The realm exited with ${String(code)}`));
      });
      child.stdin?.end(script);
    });
  } finally {
    child.kill();
  }
}

describe('the bundle, without Node underneath', () => {
  test('runs an http server, a ws server on it, and a ws client', { timeout: 30_000 }, async () => {
    const { code } = await buildGuest({ entry: NODE_ENTRY, globalName: 'VirtualNode' });
    const result = await runBare(
      code,
      `
      const http = load('http');
      const { WebSocketServer, WebSocket } = load('ws');
      const server = http.createServer((request, response) => response.end(request.url));
      const wss = new WebSocketServer({ server, perMessageDeflate: true });
      wss.on('connection', (socket) => socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })));
      server.listen(0, () => {
        const { port } = server.address();
        http.get({ port, path: '/page' }, (response) => {
          let page = '';
          response.on('data', (chunk) => { page += chunk; });
          response.on('end', () => {
            const client = new WebSocket('ws://localhost:' + port);
            const got = [];
            client.on('open', () => { client.send('bonjour'); client.send(Buffer.alloc(2000, 1)); });
            client.on('message', (data, isBinary) => {
              got.push([data.length, isBinary]);
              if (got.length === 2) client.close(1000, 'fin');
            });
            client.on('close', (status, reason) => report([page, got, status, String(reason)]));
          });
        });
      });`,
    );
    expect(result).toEqual([
      '/page',
      [
        [7, false],
        [2000, true],
      ],
      1000,
      'fin',
    ]);
  });

  test(
    'keeps the names that a student prints, though the build shortens them',
    { timeout: 30_000 },
    async () => {
      const { code } = await buildGuest({ entry: NODE_ENTRY, globalName: 'VirtualNode' });
      const result = await runBare(
        code,
        `
        const { createServer, IncomingMessage, ServerResponse } = load('http');
        const { WebSocketServer } = load('ws');
        const made = [
          createServer(),
          load('net').createServer(),
          new (load('net').Socket)(),
          new WebSocketServer({ noServer: true }),
          load('crypto').createHash('sha1'),
          load('crypto').createHmac('sha1', 'clé'),
          setTimeout(() => {}, 0),
        ];
        const names = made.map((value) => value.constructor.name);
        report([...names, IncomingMessage.name, ServerResponse.name, createServer.name]);`,
      );
      expect(result).toEqual([
        ...['Server', 'Server', 'Socket', 'WebSocketServer', 'Hash', 'Hmac', 'Timeout'],
        ...['IncomingMessage', 'ServerResponse', 'createServer'],
      ]);
    },
  );

  test(
    'computes a Sec-WebSocket-Accept, with createHash and with webcrypto',
    { timeout: 30_000 },
    async () => {
      const { code } = await buildGuest({
        entry: NODE_ENTRY,
        globalName: 'VirtualNode',
        packages: false,
      });
      const result = await runBare(
        code,
        `
      const { createHash, webcrypto } = load('crypto');
      const text = 'dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
      webcrypto.subtle.digest('SHA-1', Buffer.from(text)).then((digest) =>
        report([createHash('sha1').update(text).digest('base64'), Buffer.from(digest).toString('base64'), 'ws' in node.builtins]));`,
      );
      expect(result).toEqual([
        's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
        's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
        false,
      ]);
    },
  );

  test('the realm of these tests does refuse eval', { timeout: 30_000 }, async () => {
    const { code } = await buildGuest({
      entry: NODE_ENTRY,
      globalName: 'VirtualNode',
      packages: false,
    });
    const result = await runBare(
      code,
      `try { (0, eval)('1'); report('allowed'); } catch (error) { report(error.name); }`,
    );
    expect(result).toBe('EvalError');
  });
});

test(
  'the virtual Node stays light: 55 kB with Brotli, 80 kB with ws and zlib',
  { timeout: 30_000 },
  async () => {
    const sizes = [];
    for (const packages of [false, true]) {
      const { code } = await buildGuest({ entry: NODE_ENTRY, packages });
      sizes.push(brotliCompressSync(code).length);
    }
    expect(sizes[0]).toBeLessThan(55_000);
    expect(sizes[1]).toBeLessThan(80_000);
  },
);
