// How far a student is in a step: attempts, hints opened, whether it once passed; and the step to come back to.
import * as v from 'valibot';
import { keysFrom, recall, remember } from './safe-storage.ts';

export const progressSchema = v.object({
  failedAttempts: v.number(),
  hintsOpened: v.number(),
  passed: v.boolean(),
  /** The solution was shown before the step was passed. */
  gaveUp: v.optional(v.boolean(), false),
  /** Of the code that passed last (`fingerprint`): absent from what older pages kept. */
  passedCode: v.optional(v.string()),
});

export type StepProgress = v.InferOutput<typeof progressSchema>;

const FRESH: StepProgress = { failedAttempts: 0, hintsOpened: 0, passed: false, gaveUp: false };

const PREFIX = 'trame-step:';

const keyOf = (step: string): string => PREFIX + step;

/** Of every step that the student has begun, by number. */
export function readAllProgress(): Readonly<Record<string, StepProgress>> {
  const steps = keysFrom('localStorage', PREFIX).map((key) => key.slice(PREFIX.length));
  return Object.fromEntries(steps.map((step) => [step, readProgress(step)]));
}

/** `null` forgets the step. */
export function writeProgress(step: string, progress: StepProgress | null): void {
  remember('localStorage', keyOf(step), progress);
}

export function readProgress(step: string): StepProgress {
  return recall('localStorage', keyOf(step), progressSchema) ?? FRESH;
}

/** Read again at each change: another tab of the student's may have written meanwhile. */
export function changeProgress(step: string, change: Partial<StepProgress>): void {
  remember('localStorage', keyOf(step), { ...readProgress(step), ...change });
}

export const lastStepSchema = v.object({
  number: v.string(),
  // Only a page of a lab: what is stored becomes a link.
  address: v.pipe(v.string(), v.regex(/^\/labos\/[\w-]+\/\d+-\d+\/$/)),
});

/** Every step of the course in order, as the home page hands them to its script. */
export const placesSchema = v.array(lastStepSchema);

export type LastStep = v.InferOutput<typeof lastStepSchema>;

const LAST_STEP = 'trame-last-step';

/** The step a returning student was working on. */
export function readLastStep(): LastStep | null {
  return recall('localStorage', LAST_STEP, lastStepSchema);
}

export function writeLastStep(step: LastStep): void {
  remember('localStorage', LAST_STEP, { number: step.number, address: step.address });
}
