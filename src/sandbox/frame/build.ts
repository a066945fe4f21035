// Makes the opaque page: one HTML file whose only content is its inline script, known to the policy by its hash.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { build } from 'esbuild';
import { metaPolicy, pageMetaPolicy, pagePolicy, sandboxPolicy } from './policy.ts';

export type SandboxPage = {
  readonly html: string;
  /** `sha256-…`, of the inline script. */
  readonly scriptHash: string;
  /** The `Content-Security-Policy` response header that the page must be served with. */
  readonly policy: string;
};

type Kind = {
  readonly boot: string;
  readonly meta: (scriptHash: string) => string;
  readonly header: (scriptHash: string) => string;
};

const WORKERS: Kind = { boot: 'boot.ts', meta: metaPolicy, header: sandboxPolicy };
const PAGES: Kind = { boot: 'page-boot.ts', meta: pageMetaPolicy, header: pagePolicy };

/** Bundles the frame's script and writes the page around it. `minify` is off in tests that read the script. */
export function buildSandboxPage({ minify = true } = {}): Promise<SandboxPage> {
  return buildOpaquePage(WORKERS, minify);
}

/** The same for the frame that holds students' pages. */
export function buildPageFrame({ minify = true } = {}): Promise<SandboxPage> {
  return buildOpaquePage(PAGES, minify);
}

async function buildOpaquePage(kind: Kind, minify: boolean): Promise<SandboxPage> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, kind.boot)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify,
    // The page is ASCII and its bytes are what is hashed, whatever charset a host declares.
    charset: 'ascii',
    legalComments: 'none',
  });
  const script = outputFiles[0]?.text.trim() ?? '';
  if (/<\/script|<!--/i.test(script))
    throw new Error('The inline script would end its own element');
  const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const html = [
    '<!doctype html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${kind.meta(scriptHash)}">`,
    '<title>Bac à sable</title>',
    `<script>${script}</script>`,
    '</head>',
    '<body></body>',
    '</html>',
    '',
  ].join('\n');
  return { html, scriptHash, policy: kind.header(scriptHash) };
}
