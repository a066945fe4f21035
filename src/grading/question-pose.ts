// A question as it is put to one student: its drawn values filled in, its answer known.
import type { StepDefinition } from './define-step.ts';
import type { BytesAnswer, ChoiceAnswer, Question } from './question.ts';
import { type Answers, drawKey } from './question-answers.ts';
import { createRandom } from './random.ts';
import { checkOfQuestion } from './report-questions.ts';

export type PosedQuestion = Omit<Question, 'answer'> & {
  readonly answer: ChoiceAnswer | BytesAnswer;
  /** What stands for each `{name}` of the text; empty where nothing is drawn. */
  readonly values: Readonly<Record<string, string>>;
};

const BLANK = /\{([a-z0-9-]+)\}/g;

/**
 * Same seed, same question. Throws a plain Error for an author's mistake: a drawn question without its draw,
 * or a text that names a value which the draw does not give.
 */
export function poseQuestion(
  question: Question,
  draws: StepDefinition['draws'],
  seed: number,
): PosedQuestion {
  const { id, text, answer } = question;
  if (answer.kind !== 'drawn') return { ...question, answer, values: {} };
  const draw = draws !== undefined && Object.hasOwn(draws, id) ? draws[id] : undefined;
  if (draw === undefined) throw new Error(`question "${id}" is drawn, and nothing draws it`);
  const { values, ...bytes } = draw(createRandom(seed, checkOfQuestion(id)));
  const filled = text.replaceAll(BLANK, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined)
      throw new Error(`question "${id}" names {${name}}, which is not drawn`);
    return value;
  });
  return { ...question, text: filled, answer: { kind: 'bytes', ...bytes }, values };
}

/** The seed of a step's drawn questions: the one that the answers were given to, else the run's. */
export function drawSeed(answers: Answers, step: string, seed: number): number {
  return readSeed(answers.get(drawKey(step)) ?? '') ?? seed;
}

/** `null` where it is no whole number that a command line would take as a seed. */
export function readSeed(text: string): number | null {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}
