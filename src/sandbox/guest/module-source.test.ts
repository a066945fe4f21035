import { describe, expect, test } from 'vitest';
import { positionAt, readModuleSource } from './module-source.ts';

describe('readModuleSource()', () => {
  test('gives every static import with the place of its specifier', () => {
    const text = "import a from './a.js';\nexport * from \"./b.js\";\nimport './c.js'";
    const source = readModuleSource('x.js', text);
    if ('unreadable' in source) throw new Error('unreadable');
    expect(
      source.imports.map(({ specifier, span }) => [specifier, text.slice(span.start, span.end)]),
    ).toEqual([
      ['./a.js', './a.js'],
      ['./b.js', './b.js'],
      ['./c.js', './c.js'],
    ]);
    expect(source.imports.map(({ isStarReexport }) => isStarReexport)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('reads the type of an import attribute, and where the clause stands', () => {
    const text = "import x from './x.json' with { 'type' : \"json\" };";
    const source = readModuleSource('x.js', text);
    if ('unreadable' in source) throw new Error('unreadable');
    const attributes = source.imports[0]?.attributes;
    expect(attributes?.type).toBe('json');
    expect(text.slice(attributes?.start, attributes?.end)).toBe(' with { \'type\' : "json" }');
  });

  test('tells dynamic imports and import.meta from text that looks like them', () => {
    const text = "import('./a.js'); import(x); import.meta.url; 'import(1)'; // import.meta\n";
    const source = readModuleSource('x.js', text);
    if ('unreadable' in source) throw new Error('unreadable');
    expect(source.dynamicImports.map(({ start, end }) => text.slice(start, end))).toEqual([
      'import',
      'import',
    ]);
    expect(source.dynamicSpecifiers).toEqual(['./a.js']);
    expect(source.metas.map(({ start, end }) => text.slice(start, end))).toEqual(['import.meta']);
  });

  test('says that it cannot read a file whose brackets do not match', () => {
    expect(readModuleSource('x.js', 'function f() {')).toMatchObject({ unreadable: true });
  });
});

test.each([
  ['abc', 0, 1, 1],
  ['abc', 2, 1, 3],
  ['a\nbc', 2, 2, 1],
  ['a\r\nbc', 4, 2, 2],
  ['a\r\rb', 3, 3, 1],
])('positionAt(%j, %i) is line %i, column %i', (text, offset, line, column) => {
  expect(positionAt(text, offset)).toEqual({ line, column });
});
