// What the student's index.html holds before any of their code runs.
import * as v from 'valibot';
import type { Subject } from '../subject.ts';

const startSchema = v.object({
  file: v.nullable(v.string()),
  faults: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('inline-script'), text: v.string() }),
      v.object({
        kind: v.literal('handler'),
        element: v.string(),
        attribute: v.string(),
        value: v.string(),
      }),
    ]),
  ),
  /** Addresses of its scripts. */
  scripts: v.array(v.string()),
});

export type PageStart = v.InferOutput<typeof startSchema>;

/** `tools.start` is what the realm noted before the student's code: `stringify` of plain data is all that is called. */
export async function readPageStart(subject: Subject): Promise<PageStart> {
  const evidence = await subject.probe('return tools.start();', null);
  if (evidence.type !== 'string') throw new Error(`The page's start was read as ${evidence.type}`);
  return v.parse(startSchema, JSON.parse(evidence.value));
}
