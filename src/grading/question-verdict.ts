// The verdict of one question: the wrong answer is recognised and explained, and the right one never given away.
import { completeDetail, type FailureInput } from './check-failure.ts';
import type { PosedQuestion } from './question-pose.ts';
import { checkOfQuestion, plainText, sourceName } from './report-questions.ts';
import { ANSWERS_FILE, answerKey, shortened } from './question-answers.ts';
import { isBinary, isSurelyDecimal, readDecimal, readHexadecimal } from './question-bytes.ts';
import { QUESTION } from './question-messages.ts';
import type { BytesAnswer, ChoiceAnswer } from './question.ts';
import type { Verdict } from './verdict.ts';

/** What is wrong with an answer; `null` when it is right. */
type Fault = Pick<FailureInput, 'message' | 'expected' | 'actual'> | null;

/** `answer` as it was typed; `undefined`, or nothing but spaces, is no answer. */
export function questionVerdict(
  step: string,
  question: PosedQuestion,
  answer: string | undefined,
): Verdict {
  const head = { id: checkOfQuestion(question.id), name: question.title, rfc: question.rfc };
  const typed = answer?.trim() ?? '';
  if (typed === '') return { ...head, status: 'skipped', message: unanswered(question) };
  const fault =
    question.answer.kind === 'choice'
      ? choiceFault(question.answer, typed)
      : bytesFault(question.answer, typed);
  if (fault === null) return { ...head, status: 'pass' };
  const detail = completeDetail({
    ...fault,
    where: QUESTION.where(ANSWERS_FILE, answerKey(step, question.id)),
    hint: question.rfc === null ? QUESTION.rethink : QUESTION.reread(sourceName(question.rfc)),
  });
  return { ...head, status: 'fail', ...detail };
}

/** The option that `typed` names, in any case, with or without accents. */
export function chosenOption({ options }: ChoiceAnswer, typed: string) {
  const wanted = folded(typed);
  return options.find((option) => option.id === wanted) ?? null;
}

function choiceFault(answer: ChoiceAnswer, typed: string): Fault {
  const option = chosenOption(answer, typed);
  if (option === null) {
    const shown = shortened(typed);
    return {
      message: QUESTION.unknownOption(shown),
      expected: answer.options.map(({ id }) => id).join(', '),
      actual: shown,
    };
  }
  if (option.id === answer.right) return null;
  return {
    message: plainText(option.explanation),
    expected: QUESTION.anotherOption,
    actual: plainText(option.label),
  };
}

function bytesFault(answer: BytesAnswer, typed: string): Fault {
  const count = answer.bytes.length / 2;
  const bytes = readHexadecimal(typed, count);
  if (bytes === answer.bytes) return null;
  const shown = shortened(typed);
  const fault = (message: string): Fault => ({
    message,
    expected: bytes?.length === answer.bytes.length ? QUESTION.otherBytes(count) : howMany(count),
    actual: shown,
  });
  if (readDecimal(typed) === answer.bytes) return fault(QUESTION.decimal(shown));
  const mistake = answer.mistakes.find((known) => known.answer === bytes);
  if (mistake !== undefined) return fault(plainText(mistake.explanation));
  if (isSurelyDecimal(typed)) return fault(QUESTION.decimal(shown));
  if (isBinary(typed)) return fault(QUESTION.binary(shown));
  if (bytes === null) return fault(QUESTION.notHexadecimal(shown));
  if (bytes.length !== answer.bytes.length) {
    return fault(QUESTION.otherCount(bytes.length / 2, count));
  }
  return fault(QUESTION.wrongBytes(shown));
}

const howMany = (count: number): string =>
  QUESTION.inHexadecimal(count)
    .replace(/^[^:]*:\s*/u, '')
    .replace(/\.$/, '');

function unanswered({ text, answer }: PosedQuestion): string {
  const how =
    answer.kind === 'choice'
      ? QUESTION.oneOf(answer.options.map(({ id }) => id))
      : QUESTION.inHexadecimal(answer.bytes.length / 2);
  return `${QUESTION.unanswered(plainText(text))} ${how}`;
}

function folded(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
