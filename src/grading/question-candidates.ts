// The exam of a step's questions: every right answer must be accepted in each spelling, every wrong one refused.
import type { StepDefinition } from './define-step.ts';
import type { Candidate } from './candidate.ts';
import type { BytesAnswer, Question } from './question.ts';
import { ANSWERS_FILE, answerKey, drawKey, readAnswers, writeAnswers } from './question-answers.ts';
import { readHexadecimal } from './question-bytes.ts';
import { QUESTION_CANDIDATE as NAMES } from './question-messages.ts';
import { poseQuestion } from './question-pose.ts';
import { checkOfQuestion } from './report-questions.ts';

/** Seeds of the draws on which drawn questions are examined: the answers of a candidate hold for one draw. */
const DRAWS = [1, 2, 3];

/**
 * Gives the right answers to every candidate but the starter (those of a `reponses.json` of its own come first), so that
 * a program is judged as a program; then adds candidates that differ from the solution by one answer only.
 */
export function withAnswers(
  definition: StepDefinition,
  step: string,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const { questions = [] } = definition;
  if (questions.length === 0) return candidates;
  const right = rightAnswers(definition, step, DRAWS[0] ?? 1);
  const completed = candidates.map((candidate) =>
    candidate.kind === 'starter'
      ? candidate
      : { ...candidate, files: answered(candidate.files, right) },
  );
  const solution = candidates.find(({ kind }) => kind === 'solution')?.files ?? {};
  const made = questions.flatMap((question) =>
    (question.answer.kind === 'drawn' ? DRAWS : DRAWS.slice(0, 1)).flatMap((draw) =>
      candidatesOf(question, definition, step, solution, draw),
    ),
  );
  return [...completed, ...made];
}

function rightAnswers(definition: StepDefinition, step: string, draw: number): Map<string, string> {
  const { questions = [], draws } = definition;
  const answers = new Map<string, string>();
  if (questions.some(({ answer }) => answer.kind === 'drawn')) {
    answers.set(drawKey(step), String(draw));
  }
  for (const question of questions) {
    const { answer } = poseQuestion(question, draws, draw);
    const right = answer.kind === 'choice' ? answer.right : answer.bytes;
    answers.set(answerKey(step, question.id), right);
  }
  return answers;
}

function candidatesOf(
  question: Question,
  definition: StepDefinition,
  step: string,
  solution: Candidate['files'],
  draw: number,
): readonly Candidate[] {
  const { answer } = poseQuestion(question, definition.draws, draw);
  const key = answerKey(step, question.id);
  const files = (typed: string) => {
    const answers = rightAnswers(definition, step, draw).set(key, typed);
    return { ...solution, [ANSWERS_FILE]: writeAnswers(answers) };
  };
  const right = (typed: string): Candidate => ({
    kind: 'right',
    name: NAMES(key, typed),
    files: files(typed),
  });
  const wrong = (typed: string): Candidate => ({
    kind: 'wrong',
    name: NAMES(key, typed),
    files: files(typed),
    killer: checkOfQuestion(question.id),
    onlyKiller: true,
  });
  if (answer.kind === 'choice') {
    return answer.options.filter(({ id }) => id !== answer.right).map(({ id }) => wrong(id));
  }
  return [right(spelledOtherwise(answer)), ...wrongBytes(answer).map(wrong)];
}

/** `0x7F 0x9F`. */
const spelledOtherwise = ({ bytes }: BytesAnswer): string =>
  pairs(bytes)
    .map((pair) => `0x${pair.toUpperCase()}`)
    .join(' ');

function wrongBytes({ bytes, mistakes }: BytesAnswer): readonly string[] {
  const decimal = pairs(bytes)
    .map((pair) => Number.parseInt(pair, 16))
    .join(' ');
  const flipped = pairs(bytes)
    .map((pair) => (Number.parseInt(pair, 16) ^ 0xff).toString(16).padStart(2, '0'))
    .join('');
  const typed = new Set([...mistakes.map(({ answer }) => answer), decimal, flipped]);
  // What is drawn may make a mistake harmless: nothing then tells it from the right answer.
  return [...typed].filter((each) => readHexadecimal(each, bytes.length / 2) !== bytes);
}

const pairs = (bytes: string): readonly string[] => bytes.match(/../g) ?? [];

function answered(
  files: Candidate['files'],
  right: ReadonlyMap<string, string>,
): Candidate['files'] {
  const read = readAnswers(files[ANSWERS_FILE] ?? '');
  // A file that cannot be read is a candidate too: it is left as it is.
  if (read.status === 'broken') return files;
  return { ...files, [ANSWERS_FILE]: writeAnswers(new Map([...right, ...read.answers])) };
}
