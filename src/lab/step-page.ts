// What the page of a step hands to its scripts: written at build into the page, parsed once in the browser.
import * as v from 'valibot';
import { questionSchema } from './question-schema.ts';

const stepPageSchema = v.object({
  /** `1.3`. */
  number: v.string(),
  title: v.string(),
  address: v.string(),
  /** `labs/01-handshake/03-accept`, which names the module of its checks. */
  folder: v.string(),
  /** What the student writes and is graded on; the first one is open in the editor. */
  files: v.array(v.string()),
  starter: v.record(v.string(), v.string()),
  questions: v.array(questionSchema),
  /** « Essai libre »: a file of the student's own, never graded. */
  trial: v.object({ path: v.string(), starter: v.string() }),
  /** By check id, the slide of the course that explains it. */
  course: v.record(v.string(), v.object({ title: v.string(), address: v.string() })),
});

export type StepPage = v.InferOutput<typeof stepPageSchema>;

const TRIALS = 'essai/';

/** Where « Essai libre » of a step lives among the student's files: `essai/1-3.js`. */
export const trialPath = (number: string): string => `${TRIALS}${number.replace('.', '-')}.js`;

export const isTrial = (path: string): boolean => path.startsWith(TRIALS);

export const STEP_PAGE_ID = 'step-page';

/** The page's text for `<script type="application/json">`: `<` is escaped so that no source can close the element. */
export function writeStepPage(page: StepPage): string {
  return JSON.stringify(page).replaceAll('<', String.raw`\u003c`);
}

/** Throws when `root`, a `<lab-page>`, does not carry it: then it is not the page of a step. */
export function readStepPage(root: ParentNode): StepPage {
  return v.parse(
    stepPageSchema,
    JSON.parse(root.querySelector(`#${STEP_PAGE_ID}`)?.textContent ?? 'null'),
  );
}
