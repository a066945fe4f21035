// The answers of a student's directory: there or not, and if there, readable; anything else is said before grading.
import { join } from 'node:path';

import type { Step } from '../catalog/index.ts';
import {
  ANSWERS_FILE,
  answerKey,
  drawKey,
  readAnswers,
  type Report,
  unansweredOf,
} from '../grading/index.ts';
import { ANSWERS_TEXT, NOTES } from './messages.ts';
import { readText, refusalOf } from './student-directory.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * The text of `reponses.json`, or `null` where there is none and the step can do without.
 * @throws {WrongUse} when it cannot be read, or when a step of questions only has no answer at all.
 */
export async function readStudentAnswers(directory: string, step: Step): Promise<string | null> {
  if (step.questions.length === 0) return null;
  const path = join(directory, ANSWERS_FILE);
  const keys = step.questions.map(({ id }) => answerKey(step.number, id));
  const needed = step.files.length === 0;
  const text = await readText(path);
  if (text.status === 'missing') {
    if (needed) throw new WrongUse(ANSWERS_TEXT.missing(path, exampleOf(keys)));
    return null;
  }
  if (text.status !== 'read') throw refusalOf(ANSWERS_FILE, text);
  const read = readAnswers(text.text);
  if (read.status === 'broken') {
    throw new WrongUse(ANSWERS_TEXT.broken(ANSWERS_FILE, read.reason, path));
  }
  const answered = keys.some((key) => (read.answers.get(key) ?? '').trim() !== '');
  if (needed && !answered) throw new WrongUse(ANSWERS_TEXT.none(step.number, exampleOf(keys)));
  return text.text;
}

/** What to do about the questions that have no answer yet. `seedGiven`: the run's seed was asked for. */
export function answerNotes(
  step: Step,
  report: Report,
  answers: string | null,
  seedGiven: boolean,
): readonly string[] {
  const open = unansweredOf(report).map(({ id }) => id);
  const keys = step.questions
    .filter(({ id }) => open.includes(`CQ-${id}`))
    .map(({ id }) => answerKey(step.number, id));
  const notes = keys.length === 0 ? [] : [NOTES.unanswered(exampleOf(keys))];
  const drawn = step.questions.some(({ answer }) => answer.kind === 'drawn');
  if (drawn && !seedGiven && !isDrawKept(answers, step)) {
    notes.push(NOTES.drawn(report.seed, drawKey(step.number)));
  }
  return notes;
}

function isDrawKept(answers: string | null, step: Step): boolean {
  const read = readAnswers(answers ?? '');
  return read.status === 'read' && read.answers.has(drawKey(step.number));
}

/** `{ "1.8/navigateur": "…" }`. */
function exampleOf(keys: readonly string[]): string {
  return `{ ${keys.map((key) => `"${key}": "…"`).join(', ')} }`;
}
