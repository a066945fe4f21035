// The agent of the child process in one file, for whoever starts hundreds of them: Node then finds one file, not forty.
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AGENT, AGENT_CACHE } from './agent-file.ts';

/**
 * The path of the file, in the cache of `node_modules`, named after what it holds. It is `AGENT` and all it imports,
 * unchanged, joined by esbuild: what runs beside the student's code is the same.
 */
export async function bundleAgent(): Promise<string> {
  // A development dependency, of which grading one directory has no need.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [AGENT],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node26',
    format: 'cjs',
    // CommonJS has none; packages of the student are looked up from our sources.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(AGENT).href) },
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild gave no file');
  const name = createHash('sha256').update(bundle.contents).digest('hex').slice(0, 16);
  const path = join(AGENT_CACHE, `agent-${name}.cjs`);
  await mkdir(AGENT_CACHE, { recursive: true });
  // Two commands at once must never see half a file.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, bundle.contents);
  await rename(draft, path);
  return path;
}
