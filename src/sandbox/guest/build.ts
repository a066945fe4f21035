// Bundles the guest — student-side runtime, virtual Node and the real `ws` — into one classic script.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'esbuild';

/** What npm packages import by a Node name, and the file of ours that answers. */
const NODE_MODULES: Readonly<Record<string, string>> = {
  buffer: 'buffer/index.ts',
  crypto: 'crypto/index.ts',
  events: 'events.ts',
  http: 'http/index.ts',
  https: 'https.ts',
  net: 'net/index.ts',
  process: 'process.ts',
  querystring: 'querystring.ts',
  stream: 'stream.ts',
  string_decoder: 'string-decoder.ts',
  tls: 'tls.ts',
  url: 'url.ts',
  util: 'util/index.ts',
  zlib: 'zlib/index.ts',
};

/** Optional native accelerators of `ws`: absent, as on most machines. */
const ABSENT = new Set(['bufferutil', 'utf-8-validate']);

/**
 * Parts of readable-stream that no course needs, one in sixteen of the whole guest: `Readable.prototype.map` and its
 * family, `stream.compose` and `Duplex.from`.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  operators: 'module.exports = { streamReturningOperators: {}, promiseReturningOperators: {} };',
  compose: 'module.exports = undefined;',
  duplexify: 'module.exports = undefined;',
};

/** Packages whose own choice for browsers is a stub that only throws. */
const ENTRY_POINTS: Readonly<Record<string, string>> = { ws: './index.js' };

const require = createRequire(import.meta.url);
const nodeFile = (path: string) => fileURLToPath(new URL(`./node/${path}`, import.meta.url));

/** Points the Node names inside packages at our files, which packages take as CommonJS. */
function virtualNodePlugin(hasPackages: boolean): Plugin {
  return {
    name: 'virtual-node',
    setup(bundler) {
      // `process/` and `string_decoder/` are how readable-stream names its npm dependencies.
      bundler.onResolve({ filter: /^(node:)?[a-z_-]+\/?$/ }, ({ path }) => {
        const name = path.replace(/^node:/, '').replace(/\/$/, '');
        if (ABSENT.has(name)) return { path: name, namespace: 'absent' };
        if (name === 'safe-buffer') return { path: 'buffer', namespace: 'virtual-node' };
        if (name === 'abort-controller') return { path: name, namespace: 'abort-controller' };
        const entry = ENTRY_POINTS[name];
        if (entry !== undefined) {
          return {
            path: require.resolve(`${name}/package.json`).replace(/package\.json$/, entry.slice(2)),
          };
        }
        return name in NODE_MODULES ? { path: name, namespace: 'virtual-node' } : undefined;
      });
      bundler.onLoad({ filter: /.*/, namespace: 'virtual-node' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(nodeFile(NODE_MODULES[path] ?? ''))}).default;`,
        resolveDir: nodeFile('.'),
      }));
      const leftOut = new RegExp(
        `readable-stream/lib/internal/streams/(${Object.keys(LEFT_OUT).join('|')})\\.js$`,
      );
      bundler.onLoad({ filter: leftOut }, ({ path }) => ({
        contents: LEFT_OUT[leftOut.exec(path)?.[1] ?? ''] ?? '',
      }));
      if (!hasPackages) {
        bundler.onLoad({ filter: /guest\/node\/packages\.ts$/ }, () => ({
          contents: 'export const packages = {};',
        }));
      }
      // Every engine that runs us has the standard classes.
      bundler.onLoad({ filter: /.*/, namespace: 'abort-controller' }, () => ({
        contents: 'module.exports = { AbortController, AbortSignal };',
      }));
      bundler.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
        contents: 'throw new Error("absent");',
      }));
    },
  };
}

export type GuestBuildOptions = {
  /** Absolute path of the entry. Default: `main.ts`, beside this file. */
  readonly entry?: string;
  /** Whether `ws` and `zlib` are in it, a third of its weight. Default: yes. */
  readonly packages?: boolean;
  readonly minify?: boolean;
  /** The global variable that takes the entry's exports; none by default. */
  readonly globalName?: string;
};

/** The runtime of students' pages: no Node in it, but what reads their loops. */
export function buildPageGuest(options: Pick<GuestBuildOptions, 'minify'> = {}): Promise<Guest> {
  const entry = fileURLToPath(new URL('./page/main.ts', import.meta.url));
  return buildGuest({ ...options, entry, packages: false });
}

export type Guest = { readonly code: string; readonly inputs: Readonly<Record<string, number>> };

/** The guest as one classic script (an IIFE): a module worker would not start in an opaque origin. */
export async function buildGuest(options: GuestBuildOptions = {}): Promise<Guest> {
  const result = await build({
    entryPoints: [options.entry ?? fileURLToPath(new URL('./main.ts', import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: options.minify ?? true,
    inject: [nodeFile('package-globals.ts')],
    define: { global: 'globalThis' },
    plugins: [virtualNodePlugin(options.packages ?? true)],
    legalComments: 'none',
    logLevel: 'silent',
    charset: 'utf8',
    ...(options.globalName !== undefined && { globalName: options.globalName }),
  });
  const output = Object.values(result.metafile.outputs)[0];
  const inputs = Object.entries(output?.inputs ?? {}).map(
    ([file, { bytesInOutput }]) => [file, bytesInOutput] as const,
  );
  return { code: result.outputFiles[0]?.text ?? '', inputs: Object.fromEntries(inputs) };
}
