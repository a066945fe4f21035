// The headers that every response carries, and the two content security policies: the site's and the sandbox page's.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** On every response, refusals written on a raw socket included. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** `'self'` covers `ws:` to the same host. The frames are the sandbox and, in the speaker's page, the deck. */
export const PAGE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * The policy of the worker that searches the course, and of nothing else: Pagefind is WebAssembly, which `script-src 'self'`
 * refuses (`docs/decisions/0008`). A worker has the policy of its own response; the page keeps its own.
 */
export const SEARCH_WORKER_CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** As `sandboxCsp`, for the page that holds students' pages: their forms fire `submit`, their style may be inline. */
export function pageFrameCsp(scriptHash: string | null): string {
  const bootScript = scriptHash === null ? '' : `'${scriptHash}' `;
  return [
    'sandbox allow-scripts allow-forms',
    "default-src 'none'",
    `script-src ${bootScript}blob:`,
    "worker-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/**
 * Of both opaque pages: no policy stops a `<link rel=preconnect>` or WebRTC, this does, in the browsers that know it
 * (Chromium). https://wicg.github.io/connection-allowlists
 */
export const NO_CONNECTIONS = { name: 'Connection-Allowlist', value: '()' } as const;

const SCRIPT_HASH = /^sha256-[A-Za-z0-9+/]{43}=$/;

/**
 * The policy of the page in which students' code runs: an opaque origin that reaches nothing.
 * Without a known hash its boot script does not run at all.
 */
export function sandboxCsp(scriptHash: string | null): string {
  const bootScript = scriptHash === null ? '' : `'${scriptHash}' `;
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${bootScript}blob:`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** The hash that the build wrote for an opaque page's inline script (`sandbox/csp.json`); null when there is none or it is no hash. */
export function readScriptHash(
  dist: string,
  key: 'scriptHash' | 'pageScriptHash' = 'scriptHash',
): string | null {
  try {
    const manifest: unknown = JSON.parse(
      readFileSync(path.join(dist, 'sandbox', 'csp.json'), 'utf8'),
    );
    if (typeof manifest !== 'object' || manifest === null) return null;
    const scriptHash: unknown = Reflect.get(manifest, key);
    return typeof scriptHash === 'string' && SCRIPT_HASH.test(scriptHash) ? scriptHash : null;
  } catch {
    return null;
  }
}
