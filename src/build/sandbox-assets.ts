// The sandbox's page and runtime: written beside the pages in a build, answered from memory in development.
import { mkdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildPageFrame, buildSandboxPage } from '../sandbox/frame/build.ts';
import { buildGuest, buildPageGuest } from '../sandbox/guest/build.ts';

type Asset = { readonly file: string; readonly type: string; readonly body: string };

const SCRIPT = 'text/javascript; charset=utf-8';

/** Everything under `/sandbox/`; `csp.json` is for the server, which never serves it. */
async function buildAssets(): Promise<{
  readonly assets: readonly Asset[];
  /** The header of an asset's address. */
  readonly policyOf: (file: string) => string;
}> {
  const [page, pages, light, full, pageRuntime] = await Promise.all([
    buildSandboxPage(),
    buildPageFrame(),
    buildGuest({ packages: false }),
    buildGuest(),
    buildPageGuest(),
  ]);
  const manifest = JSON.stringify({
    scriptHash: page.scriptHash,
    policy: page.policy,
    pageScriptHash: pages.scriptHash,
  });
  return {
    policyOf: (file) => (file.startsWith('page/') ? pages.policy : page.policy),
    assets: [
      { file: 'index.html', type: 'text/html; charset=utf-8', body: page.html },
      { file: 'runtime.js', type: SCRIPT, body: light.code },
      // With the real `ws`, a third heavier: for the steps that may import it.
      { file: 'runtime-ws.js', type: SCRIPT, body: full.code },
      // For the steps whose code runs in a page: a frame of its own, and what runs beside the page's code.
      { file: 'page/index.html', type: 'text/html; charset=utf-8', body: pages.html },
      { file: 'page/runtime.js', type: SCRIPT, body: pageRuntime.code },
      { file: 'csp.json', type: 'application/json', body: manifest },
    ],
  };
}

/** `docs/decisions/0002`: why this is an integration and not a page. */
export function sandboxAssets(): AstroIntegration {
  return {
    name: 'trame:sandbox-assets',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(new URL('sandbox/', dir));
        await mkdir(`${folder}page`, { recursive: true });
        const { assets } = await buildAssets();
        await Promise.all(assets.map(({ file, body }) => writeFile(`${folder}${file}`, body)));
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/sandbox', (request, response: ServerResponse, next) => {
          const wanted = (request.url ?? '/').replace(/^\//, '').split('?')[0] ?? '';
          buildAssets()
            .then(({ assets, policyOf }) => {
              const file = /^$|\/$/.test(wanted) ? `${wanted}index.html` : wanted;
              const asset = assets.find((each) => each.file === file);
              if (asset === undefined) {
                next();
                return;
              }
              response.setHeader('Content-Type', asset.type);
              response.setHeader('Content-Security-Policy', policyOf(file));
              response.end(asset.body);
            })
            .catch(next);
        });
      },
    },
  };
}
