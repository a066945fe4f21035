import { expect, test } from 'vitest';
import { locateInStack, type TracedFiles } from './stack-location.ts';

const traced = {
  file: 'poignee/accept.js',
  lines: 10,
  originalColumn: (_: number, c: number) => c,
};
const files: TracedFiles = Object.assign(Object.create(null) as TracedFiles, {
  'file:///poignee/accept.js': traced,
  'blob:null/12ab-cd': { ...traced, originalColumn: (_: number, c: number) => c - 2 },
});

test.each([
  [
    'V8, named function',
    'Error: x\n    at f (blob:null/ours:1:2)\n    at calculerAccept (file:///poignee/accept.js:3:9)',
    { file: 'poignee/accept.js', line: 3, column: 9 },
  ],
  [
    'V8, top level',
    'TypeError: boum\n    at file:///poignee/accept.js:4:7',
    { file: 'poignee/accept.js', line: 4, column: 7 },
  ],
  [
    'SpiderMonkey',
    'ours@blob:null/99:1:1\ncalculerAccept@blob:null/12ab-cd:5:12\n',
    { file: 'poignee/accept.js', line: 5, column: 10 },
  ],
  ['a line after the last of the file', 'Error\n    at file:///poignee/accept.js:11:1', null],
  ['a stack without any student file', 'Error: file:///autre.js:1:1', null],
  ['names of Object.prototype', 'Error\n    at toString:1:1', null],
  ['no stack', '', null],
])('locateInStack() reads %s', (_name, stack, expected) => {
  expect(locateInStack(stack, files)).toEqual(expected);
});

test('locateInStack() starts anew at each call', () => {
  const stack = 'Error\n    at file:///poignee/accept.js:1:2';
  expect(locateInStack(stack, files)).toEqual(locateInStack(stack, files));
});
