import { describe, expect, test } from 'vitest';
import { compareCode, type CompareOptions, type Line } from './compare-code.ts';

const shown = (line: Line | null): string =>
  line === null
    ? ''
    : `${line.number}:${line.parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')}`;

/** `kind mine | theirs`, what differs in brackets. */
function rows(mine: string, theirs: string, options?: CompareOptions): readonly string[] {
  return compareCode(mine, theirs, options).rows.map(
    (row) => `${row.kind} ${shown(row.mine)} | ${shown(row.theirs)}`,
  );
}

describe('compareCode()', () => {
  test('finds nothing between equal codes, whatever their line endings and last line', () => {
    const comparison = compareCode('a\r\nb', 'a\nb\n');
    expect(comparison.differences).toBe(0);
    expect(comparison.rows.map(({ kind }) => kind)).toEqual(['same', 'same']);
  });

  test('marks the words of a line that changed', () => {
    expect(rows('let a = hash(key);', 'let a = hash(key + GUID);')).toEqual([
      'changed 1:let a = hash(key); | 1:let a = hash(key[ + GUID]);',
    ]);
  });

  test('keeps the numbers of each side when one has lines that the other has not', () => {
    expect(rows('a\nb\nc', 'a\nc\nd')).toEqual([
      'same 1:a | 1:a',
      'only-mine 2:[b] | ',
      'same 3:c | 2:c',
      'only-theirs  | 3:[d]',
    ]);
  });

  test('puts a changed line beside the one that is like it, not beside the first', () => {
    expect(rows('return digest(key);', '// why\nreturn digest(text);')).toEqual([
      'only-theirs  | 1:[// why]',
      'changed 1:return digest([key]); | 2:return digest([text]);',
    ]);
  });

  test('leaves apart lines that have nothing in common', () => {
    expect(rows('for (const x of y) {', 'return null')).toEqual([
      'only-mine 1:[for (const x of y) {] | ',
      'only-theirs  | 1:[return null]',
    ]);
  });

  test('does not see spaces and empty lines when asked not to', () => {
    const mine = 'if(a){\n\treturn b\n\n}';
    const theirs = 'if (a) {\n  return b\n}';
    expect(compareCode(mine, theirs).differences).toBeGreaterThan(0);
    expect(compareCode(mine, theirs, { ignoreSpaces: true }).differences).toBe(0);
    const words = rows('let  a = 1', 'let a = 2', { ignoreSpaces: true });
    expect(words).toEqual(['changed 1:let  a = [1] | 1:let a = [2]']);
  });

  test.each([
    ['', '', []],
    ['', 'a', ['only-theirs  | 1:[a]']],
    ['a', '', ['only-mine 1:[a] | ']],
  ])('compares %j with %j', (mine, theirs, expected) => {
    expect(rows(mine, theirs)).toEqual(expected);
  });

  test('loses no line and no letter of either side', () => {
    const mine = 'a = 1\n\nfunction f(x) {\n  return x;\n}\nlast';
    const theirs = '// first\na = 2\nfunction f(x, y) {\n  return x + y;\n}\n\nend';
    const { rows: all } = compareCode(mine, theirs);
    const text = (side: 'mine' | 'theirs') =>
      all
        .map((row) => row[side])
        .filter((line) => line !== null)
        .map(({ parts }) => parts.map((part) => part.text).join(''))
        .join('\n');
    expect(text('mine')).toBe(mine);
    expect(text('theirs')).toBe(theirs);
  });
});
