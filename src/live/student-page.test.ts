// What a page that travels as data may be: names that lead nowhere, a start, an index.html, and parts that fit a message.
import { describe, expect, test } from 'vitest';
import { cutStudentPage, PAGE_LIMITS, parseStudentPage } from './student-page.ts';

const MODULE = 'chat/page/demarrage.js';
const FILES = { [MODULE]: '', 'chat/page/index.html': '<p>', 'chat/page/app.js': 'é' };
const json = (page: unknown): string => JSON.stringify(page);

describe('parseStudentPage()', () => {
  test('gives the page', () => {
    const page = { module: MODULE, files: FILES };
    expect(parseStudentPage(json(page))).toEqual(page);
  });

  test.each([
    '../page/app.js',
    'chat/../app.js',
    '/chat/app.js',
    'chat//app.js',
    'chat\\app.js',
    'C:/app.js',
    './app.js',
    'chat/.cache.js',
    'app.js/',
    'app.exe',
    'app',
    'é.js',
    'a b.js',
    'a\0.js',
    'a%2f.js',
    'constructor',
    '__proto__',
    '',
    `${'a'.repeat(100)}.js`,
  ])('refuses a file named %j', (path) => {
    const files = `{${json(path)}:"",${json(FILES).slice(1)}`;
    expect(parseStudentPage(`{"module":${json(MODULE)},"files":${files}}`)).toBeNull();
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['null', 'null'],
    ['no files', json({ module: MODULE })],
    ['files that are null', json({ module: MODULE, files: null })],
    ['a file that is no text', json({ module: MODULE, files: { ...FILES, 'a.js': 1 } })],
    ['a module that is not there', json({ module: 'chat/page/autre.js', files: FILES })],
    ['no index.html beside the module', json({ module: MODULE, files: { [MODULE]: '' } })],
    ['a field that nobody knows', json({ module: MODULE, files: FILES, origin: 'x' })],
    [
      'too many files',
      json({
        module: MODULE,
        files: {
          ...FILES,
          ...Object.fromEntries(
            Array.from({ length: PAGE_LIMITS.files }, (_, n) => [`${n}.js`, '']),
          ),
        },
      }),
    ],
    ['JSON that is deeper than a stack', '['.repeat(200_000)],
  ])('refuses %s', (_what, text) => {
    expect(parseStudentPage(text)).toBeNull();
  });
});

test('a page is cut anywhere, and its parts are the page again', () => {
  const page = { module: MODULE, files: { ...FILES, 'chat/page/app.js': '🦊"\\'.repeat(20_000) } };
  const parts = cutStudentPage(page).map((part) => JSON.parse(json(part)) as string);
  expect(parts.length).toBeGreaterThan(2);
  expect(parseStudentPage(parts.join(''))).toEqual(page);
});

test.each(['"', '\\', '🦊', 'é', '\u2028', '\0', '\ud83e'])(
  'a part full of %j fits a message of the tab',
  (text) => {
    const page = { module: MODULE, files: { ...FILES, 'a.js': text.repeat(PAGE_LIMITS.part) } };
    const longest = Math.max(
      ...cutStudentPage(page).map((part) => Buffer.byteLength(json({ text: part }))),
    );
    expect(longest).toBeLessThan(60 * 1024);
  },
);
