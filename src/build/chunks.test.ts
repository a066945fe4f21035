import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { CHUNK_GROUPS, NOTHING_AT_IMPORT } from './chunks.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = globSync('src/**/*.ts', { cwd: ROOT }).filter(
  (file) => !/\.(?:test|fixture|d)\.ts$/.test(file),
);

/** What a module says at its top level, other than naming things. */
function deedsOf(file: string): string[] {
  const source = stripTypeScriptTypes(readFileSync(path.join(ROOT, file), 'utf8'));
  const { body } = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  return body
    .filter(({ type }) => !/^(?:Import|Export\w+|Class|Function|Variable)Declaration$/.test(type))
    .map(({ start, end }) => source.slice(start, end))
    .filter((statement) => statement !== ';');
}

test('modules that the bundler may leave out do nothing but name things', () => {
  const silent = SOURCES.filter((file) => NOTHING_AT_IMPORT.test(`/${file}`));
  expect(silent.length).toBeGreaterThan(100);
  const deeds = silent.flatMap((file) => deedsOf(file).map((deed) => `${file}: ${deed}`));
  expect(deeds).toEqual([]);
});

test.each(CHUNK_GROUPS)('the group « $name » holds modules that exist', ({ test: pattern }) => {
  const modules = [
    ...SOURCES,
    ...globSync('node_modules/{valibot,idb-keyval,@noble/hashes}/**/*.{js,mjs}', { cwd: ROOT }),
  ];
  const isOurs = modules.some((file) => pattern.test(`/${file}`));
  const isOfTheBundler = pattern.test('\0vite/preload-helper.js');
  expect(isOurs || isOfTheBundler).toBe(true);
});
