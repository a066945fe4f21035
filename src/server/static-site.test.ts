// What a browser gets: files, copies, validators, caches and policies.
import { once } from 'node:events';
import fs, { type ReadStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { connectTo, isAlive, serveSite } from './server.fixture.ts';

const PAGE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const HASH = `sha256-${'A'.repeat(43)}=`;
const sandboxCsp = (bootScript: string) =>
  `sandbox allow-scripts; default-src 'none'; script-src ${bootScript}blob:; worker-src blob:; ` +
  "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const SCRIPT = 'export const trame = "trame";\n'.repeat(20);

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['identity', null],
])('a client that accepts %s gets that copy', async (accepted, encoding) => {
  await using site = await serveSite(
    {},
    {
      '_astro/a.js': SCRIPT,
      '_astro/a.js.br': brotliCompressSync(SCRIPT),
      '_astro/a.js.gz': gzipSync(SCRIPT),
    },
  );
  const response = await fetch(`${site.url}/_astro/a.js`, {
    headers: { 'accept-encoding': accepted },
  });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('vary')).toBe('Accept-Encoding');
  expect(response.headers.get('content-type')).toBe('text/javascript');
  expect(await response.text()).toBe(SCRIPT);
});

test('a hashed asset is cached for ever, a page is asked for again and answered 304', async () => {
  await using site = await serveSite({}, { '_astro/a.js': SCRIPT });
  const asset = await fetch(`${site.url}/_astro/a.js`);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const page = await fetch(site.url);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const etag = page.headers.get('etag') ?? '';
  const again = await fetch(site.url, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const other = await fetch(site.url, { headers: { 'if-none-match': '"other"' } });
  expect(other.status).toBe(200);
});

test.each(['/', '/absent', '/%zz', `/${'a'.repeat(3000)}`])(
  'the answer to %.20s carries the security headers',
  async (target) => {
    await using site = await serveSite();
    const { headers } = await fetch(site.url + target);
    expect(headers.get('content-security-policy')).toBe(PAGE_CSP);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.has('connection-allowlist')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  },
);

test.each(['/sandbox/', '/sandbox', '/sandbox/index.html', '/sandbox/index', '/%73andbox/'])(
  '%s carries the policy of the sandbox with the hash of its script',
  async (target) => {
    await using site = await serveSite(
      {},
      {
        'sandbox/index.html': 'sandbox',
        'sandbox/csp.json': JSON.stringify({ scriptHash: HASH }),
      },
    );
    const response = await fetch(site.url + target);
    expect(await response.text()).toBe('sandbox');
    expect(response.headers.get('content-security-policy')).toBe(sandboxCsp(`'${HASH}' `));
    expect(response.headers.get('connection-allowlist')).toBe('()');
  },
);

test.each([
  ['no manifest', null],
  ['no JSON', '{'],
  ['no object', '7'],
  ['no hash', '{}'],
  ['a hash that would end the directive', JSON.stringify({ scriptHash: "sha256-' *; x '" })],
])('with %s the script of the sandbox does not run at all', async (_what, manifest) => {
  await using site = await serveSite(
    {},
    {
      'sandbox/index.html': 'sandbox',
      ...(manifest !== null && { 'sandbox/csp.json': manifest }),
    },
  );
  const { headers } = await fetch(`${site.url}/sandbox/`);
  expect(headers.get('content-security-policy')).toBe(sandboxCsp(''));
});

test.each(['/sandbox/csp.json', '/sandbox/csp.json.br', '/.built', '/sandbox/csp'])(
  '%s is not served',
  async (target) => {
    await using site = await serveSite(
      {},
      {
        'sandbox/csp.json': '{}',
        'sandbox/csp.json.br': 'x',
      },
    );
    expect((await fetch(site.url + target)).status).toBe(404);
  },
);

test('the worker of the search may compile WebAssembly, and no other script or page may', async () => {
  await using site = await serveSite(
    {},
    {
      '_astro/search-worker-BkT4x_9z.js': SCRIPT,
      '_astro/search-worker-BkT4x_9z.html': 'a page',
      '_astro/search-client-BkT4x_9z.js': SCRIPT,
      'pagefind/pagefind.js': SCRIPT,
      'search-worker-BkT4x_9z.js': SCRIPT,
    },
  );
  const policyOf = async (target: string) =>
    (await fetch(site.url + target)).headers.get('content-security-policy');
  expect(await policyOf('/_astro/search-worker-BkT4x_9z.js')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  for (const other of [
    '/_astro/search-worker-BkT4x_9z.html',
    '/_astro/search-client-BkT4x_9z.js',
    '/pagefind/pagefind.js',
    '/search-worker-BkT4x_9z.js',
    '/_astro/search-worker-absent.js',
  ])
    expect(await policyOf(other), other).toBe(PAGE_CSP);
});

test('an address that does not exist gets the French page of the site, or ours', async () => {
  await using site = await serveSite({}, { '404.html': 'Page perdue' });
  const theirs = await fetch(`${site.url}/absent`);
  expect(theirs.status).toBe(404);
  expect(theirs.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await theirs.text()).toBe('Page perdue');
  await rm(path.join(site.dist, '404.html'));
  expect(await (await fetch(`${site.url}/absent`)).text()).toContain('Cette page n’existe pas');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is answered 405', async (method) => {
  await using site = await serveSite();
  const response = await fetch(site.url, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test('HEAD gets the headers and no body', async () => {
  await using site = await serveSite();
  const response = await fetch(site.url, { method: 'HEAD' });
  expect(response.headers.get('content-length')).toBe('37');
  expect(await response.text()).toBe('');
});

test.each(['bytes=5-2', 'bytes=a-b', 'bytes=-5', 'bytes=0-0', 'bytes=0-1,2-3', 'x'])(
  'the range %s is ignored and harms nothing',
  async (range) => {
    await using site = await serveSite();
    const response = await fetch(site.url, { headers: { range } });
    expect(response.status).toBe(200);
    expect(await isAlive(site)).toBe(true);
  },
);

test('a site rebuilt while it is served is served anew', async () => {
  await using site = await serveSite({}, { 'a.html': 'before' });
  expect(await (await fetch(`${site.url}/a`)).text()).toBe('before');
  await writeFile(path.join(site.dist, 'a.html'), 'after, and longer');
  expect(await (await fetch(`${site.url}/a`)).text()).toBe('after, and longer');
  await rename(site.dist, `${site.dist} old`);
  expect((await fetch(`${site.url}/a`)).status).toBe(404);
});

test('a file that vanishes between the look and the opening cuts that answer only', async () => {
  await using site = await serveSite({}, { 'a.html': 'a' });
  const { createReadStream } = fs;
  fs.createReadStream = () => createReadStream(path.join(site.dist, 'gone'));
  syncBuiltinESMExports();
  try {
    await expect(fetch(`${site.url}/a`).then((response) => response.text())).rejects.toThrow();
  } finally {
    fs.createReadStream = createReadStream;
    syncBuiltinESMExports();
  }
  expect(await isAlive(site)).toBe(true);
});

test('a client that goes away in the middle of a file leaves no descriptor open', async () => {
  await using site = await serveSite({}, { 'large.bin': Buffer.alloc(16 * 1024 * 1024) });
  const { createReadStream } = fs;
  const files: ReadStream[] = [];
  fs.createReadStream = (...args: Parameters<typeof createReadStream>) => {
    const file = createReadStream(...args);
    files.push(file);
    return file;
  };
  syncBuiltinESMExports();
  try {
    const socket = await connectTo(site);
    socket.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(socket, 'readable');
    const [file] = files;
    if (file === undefined) throw new Error('The file was not read as a stream');
    const fileClosed = once(file, 'close');
    socket.resetAndDestroy();
    await fileClosed;
    expect(file.bytesRead).toBeLessThan(16 * 1024 * 1024);
  } finally {
    fs.createReadStream = createReadStream;
    syncBuiltinESMExports();
  }
});
