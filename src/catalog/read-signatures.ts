// The vectors of a step's wrong programs, as the graders' command wrote them beside `step.md`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import type { Signatures } from '../grading/index.ts';
import type { Problems } from './broken-course.ts';
import { REASONS } from './messages.ts';

export const SIGNATURES_FILE = 'signatures.json';

const signaturesSchema = v.record(
  v.string(),
  v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))),
);

/**
 * Empty where there is no such file. A misconception that `step.md` no longer has is left out: the site stays sound,
 * and the graders' command, which compares the whole file, says that it is stale.
 */
export async function readSignatures(
  root: string,
  folder: string,
  misconceptions: Readonly<Record<string, string>>,
  problems: Problems,
): Promise<Signatures> {
  const file = `${folder}/${SIGNATURES_FILE}`;
  const text = await readFile(join(root, file), 'utf8').catch(() => null);
  if (text === null) return {};
  const parsed = v.safeParse(signaturesSchema, parseJson(text));
  if (!parsed.success) {
    problems.add(file, REASONS.signatures);
    return {};
  }
  const isKnown = ([id]: readonly [string, number]) =>
    id === '' || Object.hasOwn(misconceptions, id);
  return Object.fromEntries(
    Object.entries(parsed.output).map(([vector, programs]) => [
      vector,
      Object.fromEntries(Object.entries(programs).filter(isKnown)),
    ]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
