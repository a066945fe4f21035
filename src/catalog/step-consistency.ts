// What the parts of a step say of each other: names that point nowhere, and what nothing uses.
import type * as v from 'valibot';

import { poseQuestion } from '../grading/index.ts';
import type { Problems } from './broken-course.ts';
import { REASONS } from './messages.ts';
import { PROJECT_FOLDER } from './numbered-folder.ts';
import { LIVE_REASONS, QUESTION_REASONS } from './question-messages.ts';
import type { ChecksModule } from './read-checks.ts';
import type { stepSchema } from './schemas.ts';
import type { Lab, Step } from './types.ts';

export type StepHead = Omit<v.InferOutput<typeof stepSchema>, 'live'> &
  Pick<Step, 'instructions' | 'live'>;

const SOME_SEED = 1;

/** What step.md and checks.ts say of each other: files, drawn questions, the export that goes online. */
export function reportMismatches(
  folder: string,
  { files, questions, live }: StepHead,
  { checks, exports, draws }: ChecksModule,
  problems: Problems,
): void {
  const [document, code] = [`${folder}/step.md`, `${folder}/checks.ts`];
  if (checks.length === 0 && questions.length === 0) problems.add(code, REASONS.noCheck);
  if (files.length === 0 && checks.length + Number(questions.length === 0) > 0) {
    problems.add(document, REASONS.noFile);
  }
  for (const module of Object.keys(exports)) {
    if (!files.includes(module)) problems.add(code, REASONS.exportsOutsideFiles(module));
  }
  const drawn = questions.filter(({ answer }) => answer.kind === 'drawn');
  for (const question of drawn) {
    if (!Object.hasOwn(draws, question.id)) {
      problems.add(document, QUESTION_REASONS.noDraw(question.id));
      continue;
    }
    try {
      poseQuestion(question, draws, SOME_SEED);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.add(code, QUESTION_REASONS.badDraw(question.id, reason));
    }
  }
  for (const id of Object.keys(draws)) {
    if (!drawn.some((question) => question.id === id)) {
      problems.add(code, QUESTION_REASONS.strayDraw(id));
    }
  }
  const [main = ''] = files;
  // What a project's module exports is nothing that the step's checks know.
  if (live !== null && live.module === undefined && exports[main]?.includes(live.export) !== true) {
    problems.add(document, LIVE_REASONS.unknownExport(live.export, main));
  }
}

/** Names that point nowhere: a killer that is no check, a misconception without explanation or without example. */
export function reportLooseEnds(step: Step, problems: Problems): void {
  const ids = step.checks.map((check) => check.id);
  for (const wrong of step.wrong) {
    const file = `${step.folder}/${wrong.name}`;
    if (!ids.includes(wrong.killer)) {
      problems.add(file, REASONS.unknownKiller(wrong.killer, ids.join(', ')));
    }
    if (wrong.misconception !== null && !Object.hasOwn(step.misconceptions, wrong.misconception)) {
      problems.add(file, REASONS.unknownMisconception(wrong.misconception));
    }
  }
  const illustrated = new Set(step.wrong.map((wrong) => wrong.misconception));
  for (const id of Object.keys(step.misconceptions)) {
    if (!illustrated.has(id))
      problems.add(`${step.folder}/step.md`, REASONS.unusedMisconception(id));
  }
}

/** A step that puts the whole lab online: its module and its page must be there. */
export function reportMissingProgram(
  { folder, steps, project }: Pick<Lab, 'steps' | 'project'> & { readonly folder: string },
  problems: Problems,
): void {
  const solutions = new Set(steps.flatMap(({ solution }) => Object.keys(solution)));
  for (const { live, folder: step } of steps) {
    const document = `${step}/step.md`;
    if (live?.module !== undefined && !Object.hasOwn(project, live.module)) {
      problems.add(document, LIVE_REASONS.noModule(live.module, `${folder}/${PROJECT_FOLDER}`));
    }
    if (live?.page === undefined) continue;
    const shown = live.page.replace(/[^/]+$/, 'index.html');
    if (!solutions.has(live.page) || !solutions.has(shown)) {
      problems.add(document, LIVE_REASONS.noPage(live.page));
    }
  }
}
