// `npm run -s grade`: grades a directory on disk under real Node, with the checks that the page uses.
import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';

import type { Step } from '../catalog/index.ts';
import type { ConsoleLine } from '../evidence/evidence.ts';
import {
  ANSWERS_FILE,
  type CreateSubject,
  gradeStep,
  type Report,
  signatureHints,
  signatureSentence,
  toResults,
  withEarlierSolutions,
} from '../grading/index.ts';
import { definitionOf, openStep } from './course-on-disk.ts';
import { HELP, USAGE, WRONG_USE } from './messages.ts';
import type { PageGrading } from './page-grading/host.ts';
import { needsPage, withPageRoom } from './page-grading/page-room.ts';
import { createProcessSubject } from './process-subject/process-subject.ts';
import { readArguments } from './read-arguments.ts';
import { reportText } from './report-text.ts';
import { answerNotes, readStudentAnswers } from './student-answers.ts';
import { readStudentDirectory } from './student-directory.ts';
import { paintFor } from './terminal.ts';
import { EXIT, runCommand, WrongUse } from './wrong-use.ts';

const RULES = {
  usage: USAGE.grade,
  help: HELP.grade,
  positions: 2,
  number: { name: 'seed', minimum: 0 },
} as const;

await runCommand(async () => {
  const { positions, json, number: seed } = readArguments(process.argv.slice(2), RULES);
  const [name, directory] = positions;
  if (name === undefined) throw new WrongUse(WRONG_USE.usage(WRONG_USE.noStep, USAGE.grade));
  const { step, earlier } = await openStep(name);
  if (directory === undefined) {
    throw new WrongUse(WRONG_USE.usage(WRONG_USE.noDirectory, USAGE.grade));
  }
  const folder = resolve(startingFolder(), directory);
  const student = await readStudentDirectory(folder, step.files);
  const answers = await readStudentAnswers(folder, step);
  const files = answers === null ? student.files : { ...student.files, [ANSWERS_FILE]: answers };
  const completed = withEarlierSolutions(files, earlier, step.files);
  const consoles: (readonly ConsoleLine[])[] = [];
  const createSubject: CreateSubject = async (options) => {
    const subject = await createProcessSubject(options);
    consoles.push(subject.console);
    return subject;
  };
  const definition = await definitionOf(step);
  const grading = {
    step: step.number,
    files: completed.files,
    seed: seed ?? randomInt(2 ** 31),
    notes: [...student.notes, ...completed.notes],
  };
  const graded = needsPage(definition)
    ? await gradeInPage(step, grading, consoles)
    : await gradeStep({ ...grading, definition, createSubject });
  const advice = answerNotes(step, graded, answers, seed !== null);
  const report = { ...graded, notes: [...graded.notes, ...advice] };
  const paint = paintFor(process.stdout, process.env);
  const text = json
    ? JSON.stringify(toResults(report), null, 2)
    : reportText({
        title: step.title,
        report,
        console: consoles.flat(),
        guess: guessFrom(report, step),
        paint,
      });
  process.stdout.write(`${text}\n`);
  return report.status === 'pass' ? EXIT.pass : EXIT.fail;
});

async function gradeInPage(
  step: Step,
  grading: PageGrading,
  consoles: (readonly ConsoleLine[])[],
): Promise<Report> {
  const graded = await withPageRoom(step, (room) => room.grade(grading));
  consoles.push(...graded.consoles);
  return graded.report;
}

/** The misconceptions that the failing checks point at, under the sentence that says how surely. */
function guessFrom(report: Report, step: Step): readonly string[] {
  const hint = signatureHints(report, step.signatures);
  if (hint === null) return [];
  const explanations = hint.misconceptions.map((id) => step.misconceptions[id] ?? '');
  return [signatureSentence(hint), ...explanations];
}

/** npm moves to the package's root; a relative path is meant from where the person stands. */
function startingFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: origin } = process.env;
  return script === 'grade' && origin !== undefined ? origin : process.cwd();
}
