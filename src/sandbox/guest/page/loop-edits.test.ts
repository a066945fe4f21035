import { describe, expect, test } from 'vitest';
import { rewriteSource } from '../rewrite.ts';
import { loopEdits } from './loop-edits.ts';

function guarded(text: string): string {
  const read = loopEdits(text, 'g');
  if (read.status === 'syntax') throw new Error(read.message);
  return rewriteSource(text, read.edits).text;
}

/** What is written, and what runs. */
const TABLE: readonly (readonly [name: string, text: string, rewritten: string])[] = [
  ['a loop with braces', 'while (a) { b(); }', 'while (a) {g(); b(); }'],
  ['a `for` without braces', 'for (;;) b();', 'for (;;) {g();b();}'],
  ['a loop whose body is empty', 'for (;;);', 'for (;;){g();;}'],
  [
    'loops in loops, without braces',
    'for (;;) while (a) b();',
    'for (;;) {g();while (a) {g();b();}}',
  ],
  ['a `do` without braces', 'do b(); while (a)', 'do {g();b();} while (a)'],
  ['`for … in`', 'for (const k in o) b(k);', 'for (const k in o) {g();b(k);}'],
  ['`for await … of`', 'for await (const x of y) b(x);', 'for await (const x of y) {g();b(x);}'],
  ['a labelled loop', 'out: for (;;) { continue out; }', 'out: for (;;) {g(); continue out; }'],
  [
    'a labelled loop in a loop',
    'for (;;) in_: while (a) break in_;',
    'for (;;) {g();in_: while (a) {g();break in_;}}',
  ],
  ['an arrow that gives an expression', 'f = (x) => x + 1;', 'f = (x) => (g(),x + 1);'],
  ['an arrow that gives an object', 'f = () => ({ a: 1 });', 'f = () => ((g(),{ a: 1 }));'],
  ['an arrow that gives an arrow', 'f = () => () => 1;', 'f = () => (g(),() => (g(),1));'],
  ['an arrow with braces', 'f = async () => { b(); };', 'f = async () => {g(); b(); };'],
  [
    'an async generator',
    'async function* f() { yield 1; }',
    'async function* f() {g(); yield 1; }',
  ],
  [
    'the methods of a class',
    'class A { constructor() {} get x() { return 1; } static #y() {} z = () => 1; }',
    'class A { constructor() {g();} get x() {g(); return 1; } static #y() {g();} z = () => (g(),1); }',
  ],
  [
    'a method of an object',
    'o = { m() {}, async *n() {} };',
    'o = { m() {g();}, async *n() {g();} };',
  ],
  ['a default value', 'function f(a = () => 1) {}', 'function f(a = () => (g(),1)) {g();}'],
  ['a template', 'a = `${() => 1}`;', 'a = `${() => (g(),1)}`;'],
  ['what has neither', 'if (a) { b(); }', 'if (a) { b(); }'],
];

describe('loopEdits()', () => {
  test.each(TABLE)('guards %s', (_name, text, rewritten) => {
    expect(guarded(text)).toBe(rewritten);
    // The engine's own reader, not only ours, takes what comes out.
    expect(loopEdits(guarded(text), 'g').status).toBe('read');
  });

  test('moves no line', () => {
    const text = 'for (\n  ;;\n)\n  b();\nconst f = () =>\n  1;\n';
    const lines = guarded(text).split('\n');
    expect(lines).toEqual([
      'for (',
      '  ;;',
      ')',
      '  {g();b();}',
      'const f = () =>',
      '  (g(),1);',
      '',
    ]);
  });
  // What comes before a directive undoes it; in a module, everything is strict without it.
  test('reads a function that starts with a directive', () => {
    expect(guarded("function f() { 'use strict'; b(); }")).toBe(
      "function f() {g(); 'use strict'; b(); }",
    );
  });

  test.each([
    ['a token', 'const a = 1;\nlet b = );', "Unexpected token ')'", 2, 9],
    ['a word', 'a\n  b c', "Unexpected token 'c'", 2, 5],
    ['a file cut short', 'for (;;) {\n', 'Unexpected end of input', 2, 1],
  ])('places a syntax error: %s', (_name, text, message, line, column) => {
    expect(loopEdits(text, 'g')).toEqual({ status: 'syntax', message, line, column });
  });
});
