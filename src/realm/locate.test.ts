import { describe, expect, test } from 'vitest';
import { createLocator } from './locate.ts';

const ROOT = 'file:///tmp/un%20dossier/';
const locate = createLocator((address) =>
  address.startsWith(ROOT) ? address.slice(ROOT.length) : null,
);

describe('createLocator()', () => {
  test.each([
    ['a frame of V8 with a function', `Error: x\n    at f (${ROOT}a.js:3:9)`, ['a.js', 3, 9]],
    ['a frame of V8 without', `Error: x\n    at async ${ROOT}p/b.js:12:1`, ['p/b.js', 12, 1]],
    [
      'the head of a syntax error',
      `${ROOT}a.js:7\nconst a\n      ^\n\nSyntaxError: x`,
      ['a.js', 7, null],
    ],
    ['a frame of SpiderMonkey', `f@${ROOT}a.js:3:9\n@${ROOT}b.js:1:1`, ['a.js', 3, 9]],
    [
      'the first frame that is the student’s',
      `Error\n    at Map.get (<anonymous>)\n    at node:net:1:2\n    at ${ROOT}c.js:5:6`,
      ['c.js', 5, 6],
    ],
    [
      'a message that looks like a frame of ours',
      `Error: see file:///ours/x.js:1:1\n    at ${ROOT}d.js:2:3`,
      ['d.js', 2, 3],
    ],
  ])('reads %s', (_name, stack, [file, line, column]) => {
    expect(locate(stack)).toEqual({ file, line, column });
  });

  test.each(['', 'Error: x', 'Error: x\n    at node:internal/x:1:2', `${ROOT}a.js`, ':1:2'])(
    'finds no place in %j',
    (stack) => {
      expect(locate(stack)).toBeNull();
    },
  );
});
