import { expect, test } from 'vitest';
import { withModulePreloads, type ModuleGraph } from './module-preloads.ts';

const GRAPH: ModuleGraph = new Map([
  [
    '_astro/lab.1.js',
    { imports: ['_astro/words.2.js', '_astro/kept.3.js'], source: 'src/lab/main.ts' },
  ],
  ['_astro/kept.3.js', { imports: ['_astro/words.2.js', '_astro/lab.1.js'], source: null }],
  ['_astro/words.2.js', { imports: [], source: null }],
  ['_astro/editor.4.js', { imports: ['_astro/words.2.js'], source: 'src/lab/editor-view.ts' }],
]);

const page = (head: string, script: string): string =>
  `<html><head>${head}</head><body><script type="module" src="/_astro/${script}"></script></body></html>`;

const preloaded = (html: string): string[] =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href = '']) => href);

test('a page asks at once for all that its script imports, each module once and the script itself not again', () => {
  const html = withModulePreloads(page('', 'lab.1.js'), GRAPH);
  expect(preloaded(html)).toEqual(['/_astro/words.2.js', '/_astro/kept.3.js']);
});

test('a source that a template preloads becomes the file it is built into', () => {
  const asked = '<link rel="modulepreload" href="/src/lab/editor-view.ts">';
  const html = withModulePreloads(page(asked, 'lab.1.js'), GRAPH);
  expect(preloaded(html)).toContain('/_astro/editor.4.js');
  expect(html).not.toContain('/src/');
});

test('a source that is no file of its own is an error of the build', () => {
  const asked = '<link rel="modulepreload" href="/src/lab/gone.ts">';
  expect(() => withModulePreloads(page(asked, 'lab.1.js'), GRAPH)).toThrow('src/lab/gone.ts');
});

test('a page without a script stays as it was written', () => {
  const html = '<html><head><title>404</title></head><body></body></html>';
  expect(withModulePreloads(html, GRAPH)).toBe(html);
});
