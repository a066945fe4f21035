// The programs of a step on disk: starter, solution, right and wrong answers, as source text by student path.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ANSWERS_FILE, checkOfQuestion, readAnswers } from '../grading/index.ts';
import type { Problems } from './broken-course.ts';
import type { SourceFiles, Variant, WrongVariant } from './types.ts';
import { REASONS } from './messages.ts';

type StepPlace = {
  readonly root: string;
  readonly folder: string;
  /** The step's own files; a variant that is one file stands for the only one of them. */
  readonly files: readonly string[];
  readonly problems: Problems;
};

// « // échoue : C5 », and « // échoue : C5 seulement » where every other check must pass. Any kind of space is taken.
const KILLER = /^\/\/\s*échoue\s*:\s*(C[\w-]+)(\s+seulement)?\s*$/u;
const MISCONCEPTION = /^\/\/\s*confusion\b/u;
const MISCONCEPTION_ID = /^\/\/\s*confusion\s*:\s*([a-z0-9-]+)\s*$/u;

/** Every file under `folder`, by path with forward slashes; `null` where there is no such folder. */
export async function readSourceFolder(root: string, folder: string): Promise<SourceFiles | null> {
  const base = join(root, folder);
  const entries = await readdir(base, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const sources: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    sources[path.slice(base.length + 1).replaceAll('\\', '/')] = await readFile(path, 'utf8');
  }
  return sources;
}

const isScript = (path: string): boolean => path.endsWith('.js');

/** `right/two-updates.js` stands for the step's single script; a folder holds several files, under their own paths. */
export async function readVariants(
  place: StepPlace,
  kind: 'right' | 'wrong',
  whenEmpty: string,
): Promise<readonly Variant[]> {
  const { root, folder, files, problems } = place;
  const parent = `${folder}/${kind}`;
  const entries = await readdir(join(root, parent), { withFileTypes: true }).catch(() => []);
  const variants: Variant[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const name = `${kind}/${entry.name}`;
    if (entry.isDirectory()) {
      variants.push({ name, files: (await readSourceFolder(root, `${folder}/${name}`)) ?? {} });
    } else if (entry.name.endsWith('.js')) {
      const [only, ...others] = files.filter(isScript);
      if (only === undefined || others.length > 0) {
        problems.add(`${folder}/${name}`, REASONS.strayFile(entry.name));
      } else {
        const source = await readFile(join(root, folder, name), 'utf8');
        variants.push({ name, files: { [only]: source } });
      }
    }
  }
  if (variants.length === 0) problems.add(parent, whenEmpty);
  return variants;
}

export async function readWrongVariants(place: StepPlace): Promise<readonly WrongVariant[]> {
  const wrong: WrongVariant[] = [];
  for (const variant of await readVariants(place, 'wrong', REASONS.noWrong)) {
    const file = `${place.folder}/${variant.name}`;
    if (holdsAnswersOnly(variant.files)) {
      const killer = questionAnswered(variant.files);
      if (killer === null) place.problems.add(file, REASONS.oneAnswer);
      else wrong.push({ ...variant, killer, onlyKiller: true, misconception: null });
      continue;
    }
    const main = place.files
      .map((path) => variant.files[path])
      .find((source) => source !== undefined);
    const [first = '', second = ''] = (main ?? '').split(/\r?\n/, 2);
    const [, killer, only] = KILLER.exec(first.normalize('NFC')) ?? [];
    if (killer === undefined) {
      place.problems.add(file, REASONS.noKiller);
      continue;
    }
    const misconception = MISCONCEPTION_ID.exec(second)?.[1] ?? null;
    if (misconception === null && MISCONCEPTION.test(second)) {
      place.problems.add(file, REASONS.badMisconceptionLine);
    }
    wrong.push({ ...variant, killer, onlyKiller: only !== undefined, misconception });
  }
  return wrong;
}

/** Such a folder is a mistake in the answers: its code is the solution's. */
export function holdsAnswersOnly(files: SourceFiles): boolean {
  const paths = Object.keys(files);
  return paths.length === 1 && paths[0] === ANSWERS_FILE;
}

/** The check of the one question that `reponses.json` answers; JSON has no comment that could name it. */
function questionAnswered(files: SourceFiles): string | null {
  const read = readAnswers(files[ANSWERS_FILE] ?? '');
  if (read.status === 'broken' || read.answers.size !== 1) return null;
  const question = [...read.answers.keys()][0]?.split('/')[1];
  return question === undefined ? null : checkOfQuestion(question);
}
