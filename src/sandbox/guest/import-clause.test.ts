import { describe, expect, test } from 'vitest';
import { readImportClause } from './import-clause.ts';

const names = (statement: string) => readImportClause(statement, 0).names.map(({ name }) => name);

describe('readImportClause()', () => {
  test.each([
    ["import a from '", ['default']],
    ["import a, { b as c, d } from '", ['default', 'b', 'd']],
    ["import { default as a } from '", ['default']],
    ["import * as n from '", []],
    ["import a, * as n from '", ['default']],
    ["import '", []],
    ["import {} from '", []],
    ["import { b, } from '", ['b']],
    ["import{b}from'", ['b']],
    ["import /* { x } */ { b // c, d\n , e } from '", ['b', 'e']],
    ['import { "un nom" as c } from "', ['un nom']],
    ["import from from '", ['default']],
    ["export { h as i, default } from '", ['h', 'default']],
    ["export * as q from '", []],
    ["export * from '", []],
  ])('reads %j', (statement, expected) => {
    expect(names(statement)).toEqual(expected);
  });

  test('gives the place of each name in the file', () => {
    const file = "let x;\nimport { a, /* , */ bé as c } from './b.js'";
    const clause = readImportClause(file.slice(7, file.indexOf("'")), 7);
    expect(clause.names.map(({ name, at }) => file.slice(at, at + name.length))).toEqual([
      'a',
      'bé',
    ]);
  });

  test('tells a star re-export from a namespace', () => {
    expect(readImportClause("export * from '", 0).isStarReexport).toBe(true);
    expect(readImportClause("export * as q from '", 0).isStarReexport).toBe(false);
    expect(readImportClause("import * as q from '", 0).isStarReexport).toBe(false);
  });
});
