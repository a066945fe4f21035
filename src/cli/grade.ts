// `npm run -s grade`: grades a directory on disk under real Node, with the checks that the page uses.
import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';

import { earlierSolutions } from '../catalog/index.ts';
import type { ConsoleLine } from '../evidence/evidence.ts';
import {
  type CreateSubject,
  gradeStep,
  toResults,
  withEarlierSolutions,
} from '../grading/index.ts';
import { definitionOf, openCourse, requireStep } from './course-on-disk.ts';
import { USAGE, WRONG_USE } from './messages.ts';
import { createProcessSubject } from './process-subject/process-subject.ts';
import { readArguments } from './read-arguments.ts';
import { reportText } from './report-text.ts';
import { readStudentDirectory } from './student-directory.ts';
import { paintFor } from './terminal.ts';
import { EXIT, runCommand, WrongUse } from './wrong-use.ts';

const RULES = { usage: USAGE.grade, positions: 2, number: { name: 'seed', minimum: 0 } } as const;

await runCommand(async () => {
  const { positions, json, number: seed } = readArguments(process.argv.slice(2), RULES);
  const [name, directory] = positions;
  if (name === undefined) throw new WrongUse(WRONG_USE.usage(WRONG_USE.noStep, USAGE.grade));
  const course = await openCourse();
  const step = requireStep(course, name);
  if (directory === undefined) {
    throw new WrongUse(WRONG_USE.usage(WRONG_USE.noDirectory, USAGE.grade));
  }
  const student = await readStudentDirectory(resolve(startingFolder(), directory), step.files);
  const earlier = earlierSolutions(course, step);
  const completed = withEarlierSolutions(student.files, earlier, step.files);
  const consoles: (readonly ConsoleLine[])[] = [];
  const createSubject: CreateSubject = async (options) => {
    const subject = await createProcessSubject(options);
    consoles.push(subject.console);
    return subject;
  };
  const report = await gradeStep({
    step: step.number,
    definition: await definitionOf(step),
    files: completed.files,
    createSubject,
    seed: seed ?? randomInt(2 ** 31),
    notes: [...student.notes, ...completed.notes],
  });
  const paint = paintFor(process.stdout, process.env);
  const text = json
    ? JSON.stringify(toResults(report), null, 2)
    : reportText({ title: step.title, report, console: consoles.flat(), paint });
  process.stdout.write(`${text}\n`);
  return report.status === 'pass' ? EXIT.pass : EXIT.fail;
});

/** npm moves to the package's root; a relative path is meant from where the person stands. */
function startingFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: origin } = process.env;
  return script === 'grade' && origin !== undefined ? origin : process.cwd();
}
