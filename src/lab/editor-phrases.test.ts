// No word of the editor stays in English.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EDITOR_PHRASES } from './editor-phrases.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('every phrase of the installed CodeMirror packages is translated', () => {
  const asked = globSync('node_modules/@codemirror/*/dist/index.js', { cwd: ROOT }).flatMap(
    (file) =>
      // `phrase("Find")`, `phrase(open ? "Fold line" : "Unfold line")`
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/\bphrase\(([^)]*"[^)]*)\)/g)]
        .flatMap(([, argument = '']) => [...argument.matchAll(/"([^"]+)"/g)])
        .map(([, phrase = '']) => phrase),
  );
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((phrase) => !Object.hasOwn(EDITOR_PHRASES, phrase))).toEqual([]);
});
