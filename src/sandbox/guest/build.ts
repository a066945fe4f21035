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

/** The own switches of `ws` for doing without its optional native accelerators. */
const WITHOUT_ACCELERATORS = {
  'process.env.WS_NO_BUFFER_UTIL': '"1"',
  'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
};

/**
 * Files of readable-stream, and what stands in their place. No course needs `Readable.prototype.map` and its family,
 * `stream.compose` and `Duplex.from`: one in sixteen of the whole guest. What makes up for other bundlers, or for a
 * missing `node:util`, our own modules do.
 */
const REPLACED: Readonly<Record<string, string>> = {
  'internal/streams/operators':
    'module.exports = { streamReturningOperators: {}, promiseReturningOperators: {} };',
  'internal/streams/compose': 'module.exports = undefined;',
  'internal/streams/duplexify': 'module.exports = undefined;',
  'internal/shims/process': "module.exports = require('process');",
  'ours/util': `module.exports = {
    ...require('util'),
    addAbortListener: require('events').addAbortListener,
    kEmptyObject: {},
    once(callback) {
      let called = false;
      return function (...values) {
        if (called) return;
        called = true;
        callback.apply(this, values);
      };
    },
  };`,
  'ours/util/inspect': "module.exports = require('util');",
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
      const replaced = new RegExp(`readable-stream/lib/(${Object.keys(REPLACED).join('|')})\\.js$`);
      bundler.onLoad({ filter: replaced }, ({ path }) => ({
        contents: REPLACED[replaced.exec(path)?.[1] ?? ''] ?? '',
        resolveDir: nodeFile('.'),
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
    define: { global: 'globalThis', ...WITHOUT_ACCELERATORS },
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
