// Writes `<link rel="modulepreload">` into the built pages: a script's imports come with it, not one after the other.
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

type Chunk = { readonly imports: readonly string[]; readonly source: string | null };

/** By the address under which it is served, without its first slash: `_astro/words.AsXn5XmY.js`. */
export type ModuleGraph = ReadonlyMap<string, Chunk>;

const SCRIPT = /<script type="module" src="\/([^"]+)"/g;
/** As a template writes it: a module that its script will ask for as soon as it runs. */
const ASKED = /<link rel="modulepreload" href="\/(src\/[^"]+)">/g;

/**
 * `html` with one link for each module that its scripts import, through other modules or not, and for each source that a
 * `modulepreload` of its own names. Throws when there is no script of that source.
 */
export function withModulePreloads(html: string, graph: ModuleGraph): string {
  const scripts = addresses(html, SCRIPT);
  const wanted = addresses(html, ASKED).map((source) => chunkOf(source, graph));
  const needed = new Set(scripts.flatMap((script) => [...closure(script, graph)]));
  for (const script of wanted.flatMap((chunk) => [...closure(chunk, graph)])) needed.add(script);
  for (const script of scripts) needed.delete(script);
  const links = [...needed].map((file) => `<link rel="modulepreload" href="/${file}">`);
  return html.replaceAll(ASKED, '').replace('</head>', () => `${links.join('')}</head>`);
}

const addresses = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, address = '']) => address);

function chunkOf(source: string, graph: ModuleGraph): string {
  for (const [file, chunk] of graph) if (chunk.source === source) return file;
  throw new Error(`A page preloads ${source}, which is no script of its own in this build`);
}

/** `file` and all that it imports, each once. */
function closure(file: string, graph: ModuleGraph, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of graph.get(file)?.imports ?? []) closure(imported, graph, found);
  return found;
}

export function modulePreloads(root: string): AstroIntegration {
  const graph = new Map<string, Chunk>();
  return {
    name: 'trame:module-preloads',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'trame:module-graph',
                apply: 'build',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_options, bundle) {
                  for (const output of Object.values(bundle)) {
                    if (output.type !== 'chunk') continue;
                    const { fileName, imports, facadeModuleId } = output;
                    const source =
                      facadeModuleId === null ? null : path.relative(root, facadeModuleId);
                    graph.set(fileName, { imports, source });
                  }
                },
              },
            ],
          },
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for await (const file of glob('**/*.html', { cwd: folder })) {
          const page = path.join(folder, file);
          await writeFile(page, withModulePreloads(await readFile(page, 'utf8'), graph));
        }
      },
    },
  };
}
