// What an exam of the graders gave, kept in `.trame/`: browser tests compare with it, and need not take it again.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Step } from '../catalog/index.ts';
import type { Matrix } from '../grading/index.ts';
import { ROOT } from './course-on-disk.ts';

type Examined = Pick<Step, 'number'>;
type Exam = { readonly sources: string; readonly matrix: Matrix };

/** What an exam's verdicts may hang on; all of labs/, for a step grades its students' earlier files too. */
const SOURCES = ['src', 'labs', 'package-lock.json'];

/**
 * Keeps matrices of seeds 1 to `seeds` for as long as no source changes. To be made before the exam: what is edited
 * while it is taken makes it another's.
 */
export async function examKeeper(
  seeds: number,
  root = ROOT,
): Promise<(step: Examined, matrix: Matrix) => Promise<void>> {
  const sources = await digestOf(root);
  return async (step, matrix) => {
    const file = fileOf(step, seeds, root);
    const exam: Exam = { sources, matrix };
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(exam));
  };
}

/** The exam of seeds 1 to `seeds` that was kept for the sources as they are; `null` without one. */
export async function keptExam(step: Examined, seeds: number, root = ROOT): Promise<Matrix | null> {
  const exam = await readExam(fileOf(step, seeds, root));
  return exam?.sources === (await digestOf(root)) ? exam.matrix : null;
}

/** `null` without the file, or for one whose writing was cut short. */
async function readExam(file: string): Promise<Exam | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Exam;
  } catch {
    return null;
  }
}

function fileOf({ number }: Examined, seeds: number, root: string): string {
  return path.join(root, '.trame/graders', `${number}-${seeds}.json`);
}

/** Of names and contents, in the order of names: the same on every machine. */
async function digestOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const lists = SOURCES.map((name) => filesBelow(path.join(root, name)));
  for (const file of (await Promise.all(lists)).flat().sort()) {
    const content = await readFile(file);
    hash.update(`${path.relative(root, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The file itself, where it is no folder. */
async function filesBelow(name: string): Promise<string[]> {
  const entries = await readdir(name, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
      throw error;
    },
  );
  if (entries === null) return [name];
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: own }) => path.join(parentPath, own));
}
