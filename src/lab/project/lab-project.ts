// What a lab gives beside its steps, as the page's template writes it into `data-project`.
import * as v from 'valibot';
import { readProgress } from '../step-progress.ts';
import type { LabContext } from '../lab-context.ts';
import type { SolvedStep } from '../solved-steps.ts';
import { openWorkStorage } from '../work-storage.ts';
import type { ProjectParts } from './project-files.ts';

const projectSchema = v.object({
  files: v.record(v.string(), v.string()),
  ws: v.string(),
});

/**
 * Rejects when the solutions could not be fetched. Reads the student's files as they are now.
 * Those of this step count once it has passed, or always when `current` is `shown`.
 */
export async function projectParts(
  { root, page, kit, code }: LabContext,
  current: 'passed' | 'shown' = 'passed',
): Promise<ProjectParts> {
  const element = root.querySelector<HTMLElement>('[data-project]');
  const { files: given, ws } = v.parse(
    projectSchema,
    JSON.parse(element?.dataset.project ?? 'null'),
  );
  const lab = page.number.slice(0, page.number.indexOf('.') + 1);
  const steps = (await kit.solutions()).filter(({ number }) => number.startsWith(lab));
  const { sources } = await code.files;
  const own = await ownFiles(page.number, steps, sources, current === 'shown');
  return { steps, given, ws, own };
}

/** Of a step that passed, what is kept; of this one, what is on the screen. */
async function ownFiles(
  current: string,
  steps: readonly SolvedStep[],
  shown: Readonly<Record<string, string>>,
  takesShown: boolean,
): Promise<Readonly<Record<string, string>>> {
  const storage = await openWorkStorage();
  const own: Record<string, string> = {};
  for (const { number, files } of steps) {
    if (!(takesShown && number === current) && !readProgress(number).passed) continue;
    for (const path of Object.keys(files)) {
      const text = number === current ? shown[path] : (await storage.read(path))?.text;
      if (text !== undefined) own[path] = text;
    }
  }
  return own;
}
