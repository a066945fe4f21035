// One demo in a page of its own: as on a slide of the running deck, or as in a section of the course.
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from '@playwright/test';
import { STATIC_FORMS } from '../../src/demos/static-forms.ts';
import { PAGE_CSP } from '../../src/server/security-headers.ts';

export type DemoTag = keyof typeof STATIC_FORMS;

const ROOT = path.resolve(import.meta.dirname, '../..');
const ADDRESS = 'http://demos.test/';
const OUT = path.join(ROOT, '.trame/e2e/demos');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

let files: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'e2e/harness/demo-page.ts')],
    outdir: OUT,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    loader: { '.woff2': 'file' },
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({ path: file, contents }) => [path.relative(OUT, file), contents]),
  );
}

export type DemoPlace = {
  /** `slide`: on the first slide of a running deck; `section`: as a course page does. */
  readonly place?: 'slide' | 'section';
  /** As written in the Markdown: `{ 'data-texte': 'é' }`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Files that do not come, as when the server is gone. */
  readonly unreachable?: RegExp;
  /** A server of ours that the demo may reach; without it, the server is away. */
  readonly origin?: string;
};

/** Opens a page that holds one demo, its static form in it, under the site's own policy. */
export async function openDemo(page: Page, tag: DemoTag, options: DemoPlace = {}): Promise<void> {
  const built = await (files ??= bundle());
  const html = pageOf(tag, options, [...built.keys()]);
  const address = options.origin === undefined ? ADDRESS : `${options.origin}/`;
  await page.route(`${address}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const contents = built.get(name);
    if (name === '') {
      const headers = { 'Content-Security-Policy': PAGE_CSP };
      await route.fulfill({ contentType: 'text/html', body: html, headers });
    } else if (options.unreachable?.test(name) === true) await route.abort();
    else if (contents === undefined) await route.fulfill({ status: 404 });
    else {
      const contentType = TYPES[path.extname(name)] ?? '';
      await route.fulfill({ contentType, body: Buffer.from(contents) });
    }
  });
  // Away, without the complaint of the console.
  if (options.origin === undefined) {
    await page.routeWebSocket(/\/ws\//, (socket) => socket.close());
  }
  await page.goto(address);
}

function pageOf(tag: DemoTag, options: DemoPlace, names: readonly string[]): string {
  const { place = 'section', attributes = {} } = options;
  const form = STATIC_FORMS[tag];
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const demo = `<${tag} ${written.join(' ')}>${form.html(attributes)}</${tag}>`;
  const body = `<section class="slide" id="${tag}">
    <div class="slide-body"><h2>${form.title}</h2>${demo}</div></section>`;
  const after = '<section class="slide" id="suite"><h2>La suite</h2></section>';
  const slide = `<div class="reveal deck"><div class="slides">${body}${after}</div></div>`;
  const section = `<main class="deck"><h1 class="visually-hidden">Cours</h1>${body}</main>`;
  // esbuild does not bring the style of a lazy import: here they are all in the page.
  const styles = names.filter((name) => name.endsWith('.css'));
  return `<!doctype html><html lang="fr" data-vue="ready"><head><meta charset="utf-8"><title>${form.title}</title>
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    ${styles.map((name) => `<link rel="stylesheet" href="/${name}">`).join('')}</head>
    <body>${place === 'slide' ? slide : section}
    <script type="module" src="/demo-page.js"></script></body></html>`;
}
