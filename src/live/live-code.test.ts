// Which addresses name a code, and what the student's server is asked for.
import { expect, test } from 'vitest';
import { isLiveCode, LIVE_CODE_LENGTH, parseLivePath } from './live-code.ts';

const CODE = 'abcdefgh234567ab';

test.each([
  [`/live/${CODE}`, '/'],
  [`/live/${CODE}/`, '/'],
  [`/live/${CODE}/chat`, '/chat'],
  [`/live/${CODE}?x=1`, '/?x=1'],
  [`/live/${CODE}/chat?x=1&y=/z?`, '/chat?x=1&y=/z?'],
  [`/live/${CODE}/chat#part`, '/chat'],
  [`/live/${CODE}#part`, '/'],
  [`/live/${CODE}/../../etc/passwd`, '/../../etc/passwd'],
  [`/live/${CODE}/%2e%2e/%00`, '/%2e%2e/%00'],
  [`/live/${CODE}//double`, '//double'],
  [`/live/${CODE}/${'a'.repeat(5000)}`, `/${'a'.repeat(5000)}`],
])('%s asks the student’s server for the bytes after the code', (requestTarget, target) => {
  expect(parseLivePath(requestTarget)).toEqual({ code: CODE, target });
});

test.each([
  '/live/',
  '/live/abc/',
  `/live/${CODE}x/`,
  `/live/${CODE}%2f`,
  `/live/${CODE.toUpperCase()}/`,
  `/live//${CODE}/`,
  `/live/./${CODE}/`,
  `/LIVE/${CODE}/`,
  `//live/${CODE}/`,
  `/x/live/${CODE}/`,
  `http://a/live/${CODE}/`,
  `/live/${CODE.replace('a', '1')}/`,
])('%s names no code', (requestTarget) => {
  expect(parseLivePath(requestTarget)).toBeNull();
});

test('a code is 16 characters of base32, and nothing around them', () => {
  expect(isLiveCode(CODE)).toBe(true);
  expect(CODE).toHaveLength(LIVE_CODE_LENGTH);
  expect(isLiveCode(`${CODE}\n`)).toBe(false);
  expect(isLiveCode(CODE.slice(1))).toBe(false);
});
