// Every request target that is not a plain path of the site, and what it is answered.
import { expect, test } from 'vitest';
import { MAX_TARGET_LENGTH, parseRequestPath } from './request-path.ts';

test.each([
  ['/', '/'],
  ['/labos/poignee-de-main/1-3/', '/labos/poignee-de-main/1-3/'],
  ['/a?b=../../c#d', '/a'],
  ['/caf%C3%A9%20noir', '/café noir'],
  ['/_astro/a.1-b_2.js', '/_astro/a.1-b_2.js'],
  ['/a..b/c...', '/a..b/c...'],
])('%s is the path %s', (target, pathname) => {
  expect(parseRequestPath(target)).toEqual({ status: 'valid', target, pathname });
});

test('the absolute form is taken as its path [RFC 9112 §3.2.2]', () => {
  expect(parseRequestPath('http://hote:80/a?b')).toMatchObject({ target: '/a?b', pathname: '/a' });
});

test.each([
  ['', 400],
  ['*', 400],
  ['a', 400],
  ['http:', 400],
  ['/%', 400],
  ['/%zz', 400],
  ['/%c3', 400],
  ['/%ff%fe', 400],
  ['/a%00.html', 400],
  ['/a%0d%0aX: y', 400],
  ['/..', 404],
  ['/../secret', 404],
  ['/a/../b', 404],
  ['/a/./b', 404],
  ['/%2e%2e/secret', 404],
  ['/%2E%2E%2fsecret', 404],
  ['/..%5csecret', 404],
  ['/a\\..\\b', 404],
  ['//etc/passwd', 404],
  ['/a//b', 404],
  ['/.built', 404],
  ['/.git/config', 404],
  [`/${'a'.repeat(MAX_TARGET_LENGTH)}`, 414],
])('%j is answered %d', (target, code) => {
  expect(parseRequestPath(target)).toEqual({ status: 'invalid', code });
});
