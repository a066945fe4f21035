// `signatures.json`: the vectors of a step's wrong programs, written when asked and otherwise only compared.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { SIGNATURES_FILE, type Step } from '../catalog/index.ts';
import { collectSignatures, type Matrix } from '../grading/index.ts';
import { ROOT } from './course-on-disk.ts';

/** A step without wrong programs needs no file. */
const NO_FILE = '{}\n';

export type SignaturesFile = {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly state: 'current' | 'stale' | 'written';
};

/** With `write`, a file that does not say what `matrix` says is replaced; never by a matrix that cannot be trusted. */
export async function settleSignatures(
  step: Pick<Step, 'folder'>,
  matrix: Matrix,
  write: boolean,
  root = ROOT,
): Promise<SignaturesFile> {
  const file = `${step.folder}/${SIGNATURES_FILE}`;
  const path = join(root, file);
  const signatures = collectSignatures(matrix);
  const wanted = `${JSON.stringify(signatures, null, 2)}\n`;
  const found = await readFile(path, 'utf8').catch(() => NO_FILE);
  if (found.replaceAll('\r\n', '\n') === wanted) return { file, state: 'current' };
  if (!write || matrix.breaches.length > 0) return { file, state: 'stale' };
  await writeFile(path, wanted);
  return { file, state: 'written' };
}
