// The questions of a step, graded from the student's `reponses.json`: no code of the student's is needed.
import { failed } from './check-verdict.ts';
import type { StepDefinition } from './define-step.ts';
import type { Question } from './question.ts';
import {
  type Answers,
  ANSWERS_FILE,
  answerKey,
  drawKey,
  NO_ANSWERS,
  readAnswers,
  shortened,
} from './question-answers.ts';
import { ANSWERS } from './question-messages.ts';
import { drawSeed, poseQuestion, readSeed } from './question-pose.ts';
import { questionVerdict } from './question-verdict.ts';
import { checkOfQuestion } from './report-questions.ts';
import type { Verdict } from './verdict.ts';

export type GradedQuestions = {
  readonly tests: readonly Verdict[];
  readonly notes: readonly string[];
};

/** The definition of `checks.ts` with the questions of `step.md`: what `gradeStep()` needs to grade both. */
export function withQuestions(
  definition: StepDefinition,
  questions: readonly Question[],
): StepDefinition {
  return { ...definition, questions };
}

/** `C1`… then `CQ-…`: the tests of a report, in order. */
export function checkIds({ checks, questions = [] }: StepDefinition): readonly string[] {
  return [...checks.map(({ id }) => id), ...questions.map(({ id }) => checkOfQuestion(id))];
}

export type QuestionsToGrade = {
  readonly step: string;
  readonly definition: StepDefinition;
  readonly files: Readonly<Record<string, string>>;
  readonly seed: number;
};

export function gradeQuestions(options: QuestionsToGrade): GradedQuestions {
  const { step, definition, files, seed } = options;
  const { questions = [], draws } = definition;
  if (questions.length === 0) return { tests: [], notes: [] };
  const notes: string[] = [];
  const read = readAnswers(Object.hasOwn(files, ANSWERS_FILE) ? (files[ANSWERS_FILE] ?? '') : '');
  if (read.status === 'broken') notes.push(ANSWERS.unreadable(ANSWERS_FILE, read.reason));
  const answers = read.status === 'read' ? read.answers : NO_ANSWERS;
  notes.push(...remarks(answers, step, questions));
  const drawn = drawSeed(answers, step, seed);
  const tests = questions.map((question) => {
    try {
      const posed = poseQuestion(question, draws, drawn);
      return questionVerdict(step, posed, answers.get(answerKey(step, question.id)));
    } catch (error) {
      return failed({ ...question, id: checkOfQuestion(question.id) }, error);
    }
  });
  return { tests, notes };
}

/** A key that answers nothing is most often a slip: it is said, and harms nothing. */
function remarks(
  answers: Answers,
  step: string,
  questions: readonly Question[],
): readonly string[] {
  const known = questions.map(({ id }) => answerKey(step, id));
  const seedKey = drawKey(step);
  const unknown: string[] = [];
  const stray: string[] = [];
  for (const key of answers.keys()) {
    if (known.includes(key) || key === seedKey) continue;
    if (key.startsWith(`${step}/`)) unknown.push(shortened(key));
    else if (!/^\d+\.\d+\//.test(key)) stray.push(shortened(key));
  }
  const notes: string[] = [];
  const few = (keys: readonly string[]) => [...keys.slice(0, 3), ...(keys.length > 3 ? ['…'] : [])];
  if (unknown.length > 0) notes.push(ANSWERS.unknownKeys(few(unknown), step, known));
  if (stray.length > 0) notes.push(ANSWERS.strayKeys(few(stray), known[0] ?? ''));
  const seed = answers.get(seedKey);
  if (seed !== undefined && readSeed(seed) === null) {
    notes.push(ANSWERS.badSeed(seedKey, shortened(seed)));
  }
  return notes;
}
