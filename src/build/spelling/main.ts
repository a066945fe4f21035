// The spelling gate: French words on slides, in labs and in the interface; says the file, the line, the word and what it may be.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codeProse } from './code-prose.ts';
import { type Dictionary, loadFrench } from './dictionary.ts';
import { KNOWN_WORDS_FILE, loadKnownWords } from './known-words.ts';
import { misspellings } from './misspellings.ts';
import { documentProse, yamlProse } from './yaml-prose.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** What holds French on screen, and how its prose is found. */
const SOURCES: readonly (readonly [glob: string, prose: (source: string) => string])[] = [
  ['slides/*.md', documentProse],
  ['slides/*.yaml', yamlProse],
  ['labs/*/{lab.md,*/step.md}', documentProse],
  ['labs/*/*/checks.ts', codeProse],
  ['src/grading/**/*messages.ts', codeProse],
  ['src/i18n/**/!(*.test).ts', codeProse],
];

/** Looking for what a word may have been takes time; a whole file in another language is understood without it. */
const MOST_SUGGESTED = 30;

function check(french: Dictionary, own: ReadonlySet<string>): readonly string[] {
  const lines: string[] = [];
  for (const [glob, proseOf] of SOURCES) {
    for (const file of globSync(glob, { cwd: ROOT }).sort()) {
      const prose = proseOf(readFileSync(path.join(ROOT, file), 'utf8'));
      for (const { word, line, column } of misspellings(prose, french.has, own)) {
        const near = lines.length < MOST_SUGGESTED ? french.suggest(word.toLowerCase()) : [];
        const asked = near.length === 0 ? '' : ` (${near.join(', ')}\u202f?)`;
        lines.push(`${file}:${line}:${column}\u00a0: «\u202f${word}\u202f»${asked}`);
      }
    }
  }
  return lines;
}

const lines = check(loadFrench(), loadKnownWords(ROOT));
for (const line of lines) console.error(line);
if (lines.length > 0) {
  console.error(
    `${lines.length} mot(s) inconnu(s). Corrigez, mettez le code entre accents graves et l’anglais dans <i lang="en">…</i>, ou ajoutez un terme à ${KNOWN_WORDS_FILE}.`,
  );
  process.exitCode = 1;
}
