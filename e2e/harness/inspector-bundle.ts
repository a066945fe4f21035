// The inspector and its styles as files of a page, made once for the tests that open it.
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from '@playwright/test';
import { PAGE_CSP } from '../../src/server/security-headers.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ADDRESS = 'http://inspector.test/';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

let files: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'e2e/harness/inspector-page.ts')],
    outdir: path.join(ROOT, '.trame/e2e'),
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    loader: { '.woff2': 'file' },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path: file, contents }) => [path.basename(file), contents]));
}

/** Opens a page that holds one `<wire-inspector>` with these attributes, under the site's own policy. */
export async function openInspector(page: Page, attributes = ''): Promise<void> {
  const built = await (files ??= bundle());
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Inspecteur</title>
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/inspector-page.css"></head>
    <body><main><h1 class="visually-hidden">Inspecteur</h1><h2 class="visually-hidden">Octets</h2>
    <wire-inspector ${attributes}></wire-inspector></main>
    <script src="/inspector-page.js"></script></body></html>`;
  await page.route(`${ADDRESS}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const contents = built.get(name);
    if (name === '') {
      const headers = { 'Content-Security-Policy': PAGE_CSP };
      await route.fulfill({ contentType: 'text/html', body: html, headers });
    } else if (contents === undefined) await route.fulfill({ status: 404 });
    else {
      const contentType = TYPES[path.extname(name)] ?? '';
      await route.fulfill({ contentType, body: Buffer.from(contents) });
    }
  });
  await page.goto(ADDRESS);
}
