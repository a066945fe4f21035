// What every demo owes to the pages: a script of its own, small; a static form that needs none.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { DEMO_TAGS } from './load-demos.ts';
import { STATIC_FORMS } from './static-forms.ts';

const LIMIT = 15 * 1024;
const TAGS = Object.keys(STATIC_FORMS);

test('every folder of a demo is in the two lists, in alphabetical order', () => {
  const folders = globSync('*/static.ts', { cwd: import.meta.dirname })
    .map(path.dirname)
    .sort();
  expect(TAGS).toEqual(folders.map((name) => `demo-${name}`));
  expect(DEMO_TAGS).toEqual(TAGS);
});

test('no demo holds a <section>: inside a slide reveal.js would count it as one', () => {
  const sources = globSync('*/*.ts', { cwd: import.meta.dirname }).filter((file) =>
    /'section'|<section/.test(readFileSync(path.join(import.meta.dirname, file), 'utf8')),
  );
  expect(sources).toEqual([]);
});

describe.each(Object.entries(STATIC_FORMS))('%s', (tag, form) => {
  test('fits in 15 kB, compressed, with its style and all that it imports', async () => {
    const name = tag.replace('demo-', '');
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, name, `${name}.ts`)],
      bundle: true,
      minify: true,
      write: false,
      outdir: 'out',
      format: 'esm',
      // As the site's own build writes it.
      charset: 'utf8',
      target: 'es2022',
      logLevel: 'error',
    });
    const size = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
    expect(size).toBeLessThanOrEqual(LIMIT);
  });

  test('has a static form with a name, without what the policy refuses', () => {
    expect(form.title).not.toBe('');
    const html = form.html({});
    expect(html).toContain(`aria-label="${form.title}"`);
    expect(html).not.toMatch(/<script|<style|<[^>]*\s(?:style|on\w+)=|undefined|NaN|\[object/i);
  });
});
