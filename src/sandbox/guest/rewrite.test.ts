import { describe, expect, test } from 'vitest';
import { rewriteSource } from './rewrite.ts';

const edit = (text: string, found: string, replacement: string) => {
  const start = text.indexOf(found);
  return { start, end: start + found.length, replacement };
};

describe('rewriteSource()', () => {
  test('keeps every line where it was, even when the replaced text had several', () => {
    const text = "import x from './a' with {\n  type: 'json'\r\n};\nconst y = 1;";
    const { text: rewritten } = rewriteSource(text, [
      edit(text, './a', 'blob:null/0000'),
      edit(text, " with {\n  type: 'json'\r\n}", ''),
    ]);
    expect(rewritten).toBe("import x from 'blob:null/0000'\n\r\n;\nconst y = 1;");
  });

  test('finds the column that the student wrote, after, before and between replacements', () => {
    const text = "a; import('./b'); c; import('./d'); e;\nf;";
    const second = { start: text.lastIndexOf('import'), end: text.lastIndexOf('import') + 6 };
    const source = rewriteSource(text, [
      edit(text, 'import', 'longer_name'),
      { ...second, replacement: 'x' },
    ]);
    const lines = source.text.split('\n');
    for (const mark of ['a;', "('./b')", 'c;', "('./d')", 'e;']) {
      const generated = (lines[0]?.indexOf(mark) ?? -2) + 1;
      expect([mark, source.originalColumn(1, generated)]).toEqual([mark, text.indexOf(mark) + 1]);
    }
    expect(source.originalColumn(2, 1)).toBe(1);
  });

  test('changes nothing without edits', () => {
    const source = rewriteSource('x\ny', []);
    expect(source.text).toBe('x\ny');
    expect(source.originalColumn(2, 7)).toBe(7);
  });
});
