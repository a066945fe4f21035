import { expect, test } from 'vitest';
import { Addresses } from './addresses.ts';

function addresses(): Addresses {
  const known = new Addresses();
  known.add({
    file: 'poignee/accept.js',
    addresses: ['blob:null/12ab-cd', 'file:///poignee/accept.js'],
    originalColumn: (line, column) => (line === 5 ? column - 2 : column),
  });
  return known;
}

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
    'SpiderMonkey, on a line that was rewritten',
    'ours@blob:null/99:1:1\ncalculerAccept@blob:null/12ab-cd:5:12\n',
    { file: 'poignee/accept.js', line: 5, column: 10 },
  ],
  ['a stack without any student file', 'Error: x\n    at file:///autre.js:1:1', null],
  ['a name of Object.prototype', 'Error\n    at toString:1:1', null],
])('locate() reads %s', (_name, stack, expected) => {
  expect(addresses().locate(stack)).toEqual(expected);
});

test('tidy() shows paths only', () => {
  const text = 'at blob:null/12ab-cd:1:1 and file:///poignee/accept.js:2:2, not file:///x.js';
  expect(addresses().tidy(text)).toBe(
    'at poignee/accept.js:1:1 and poignee/accept.js:2:2, not file:///x.js',
  );
});
