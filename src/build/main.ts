// `npm run build`: the whole site into `dist/`, from a clean clone, without any network.
import { rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrokenCourse, loadCourse } from '../catalog/index.ts';

/** The project's root, whatever the folder from which the command was called. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Builds the site: pages, deck, labs, sandbox, search, compressed copies.
 * The stamp is written last, so that a build that was cut short is seen as no build (`freshness.ts`),
 * and dated from the start, so that a source edited meanwhile is seen as newer.
 * Rejects with `BrokenCourse`, before the site that is there is touched, when a lab is broken.
 */
export async function build(): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const dist = path.join(ROOT, 'dist');
  const started = new Date();
  await loadCourse(ROOT);
  await rm(dist, { recursive: true, force: true });
  // Both are slow to load, and `npm start` needs neither when the site is fresh.
  const [astro, { precompress }, { writeSearchIndex }] = await Promise.all([
    import('astro'),
    import('./precompress.ts'),
    import('./search-index.ts'),
  ]);
  await astro.build({ root: ROOT, logLevel: 'warn' });
  await writeSearchIndex(dist, path.join(ROOT, 'slides'));
  await precompress(dist);
  const stamp = path.join(dist, STAMP);
  await writeFile(stamp, '');
  await utimes(stamp, started, started);
}

/** Its presence says that the build went to its end; its date, when. Never served. */
export const STAMP = '.built';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  try {
    await build();
    const seconds = (performance.now() - started) / 1000;
    console.log(`Site construit dans dist/ en ${seconds.toFixed(1).replace('.', ',')} s.`);
  } catch (error) {
    if (!(error instanceof BrokenCourse)) throw error;
    console.error(`Le site n’a pas été construit :\n${error.message}`);
    process.exitCode = 1;
  }
}
