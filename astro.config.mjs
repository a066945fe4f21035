// Astro, static: every page is a file, and every script and style a file of its own, as the Content-Security-Policy asks.
import path from 'node:path';
import { defineConfig } from 'astro/config';
import { CHUNK_GROUPS, NOTHING_AT_IMPORT } from './src/build/chunks.ts';
import { buildFonts } from './src/build/fonts.ts';
import { modulePreloads } from './src/build/module-preloads.ts';
import { writeRevealStyle } from './src/build/reveal-style.ts';
import { sandboxAssets } from './src/build/sandbox-assets.ts';

/** Where generated files wait for the bundler, which gives them hashed names. */
const FONTS = path.join(import.meta.dirname, '.trame/fonts');
const REVEAL_STYLE = path.join(import.meta.dirname, '.trame/reveal.css');

export default defineConfig({
  output: 'static',
  // One address for each page, with its slash, in development as on the server.
  trailingSlash: 'always',
  // The default glues inline elements together (« labo1.3 »).
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    define: { __PROJECT_ROOT__: JSON.stringify(import.meta.dirname) },
    build: {
      // An inlined script or font would be refused by `script-src 'self'`.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        treeshake: { moduleSideEffects: [{ test: NOTHING_AT_IMPORT, sideEffects: false }] },
      },
    },
    environments: {
      client: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [...CHUNK_GROUPS] } } } },
      },
    },
  },
  integrations: [
    sandboxAssets(),
    modulePreloads(import.meta.dirname),
    {
      name: 'trame-fonts',
      hooks: {
        'astro:config:setup': async () => {
          await buildFonts(import.meta.dirname, FONTS);
        },
      },
    },
    {
      name: 'trame-reveal-style',
      hooks: {
        'astro:config:setup': async () => {
          await writeRevealStyle(REVEAL_STYLE);
        },
      },
    },
  ],
});
