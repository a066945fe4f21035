// What `questions` of a step's front matter may hold: a choice, bytes in hexadecimal, or a draw left to checks.ts.
import * as v from 'valibot';

import type { Question, QuestionAnswer } from '../grading/index.ts';
import { QUESTION_REASONS as REASONS } from './question-messages.ts';
import { ADDRESS, text } from './schema-texts.ts';

const SOURCE = /^(?:(?:RFC \d+|WHATWG [A-Z][A-Za-z]+) )?§\d+(?:\.\d+)*$/;
const HEXADECIMAL = /^[0-9a-f]{2}(?: ?[0-9a-f]{2})*$/;
/** `"2.1/graine"` of `reponses.json` says which draw was answered: no question may take that key. */
const RESERVED = 'graine';

const line = () => v.pipe(text(), v.regex(/^[^\n]*$/, REASONS.oneLine));
const bytes = () =>
  v.pipe(
    text(),
    v.regex(HEXADECIMAL, REASONS.hexadecimal),
    v.transform((typed) => typed.replaceAll(' ', '')),
  );
const id = () => v.pipe(text(), v.regex(ADDRESS, REASONS.id));

const optionSchema = v.strictObject({ id: id(), label: line(), explanation: line() });
const mistakeSchema = v.strictObject({ answer: bytes(), explanation: line() });

const questionSchema = v.pipe(
  v.strictObject({
    id: v.pipe(
      id(),
      v.check((given) => given !== RESERVED, REASONS.reserved),
    ),
    title: line(),
    text: line(),
    rfc: v.optional(v.pipe(text(), v.regex(SOURCE, REASONS.source)), undefined),
    options: v.optional(v.array(optionSchema, REASONS.list)),
    right: v.optional(text()),
    bytes: v.optional(bytes()),
    explanation: v.optional(line()),
    mistakes: v.optional(v.array(mistakeSchema, REASONS.list)),
    drawn: v.optional(v.literal(true, REASONS.drawn)),
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Question => {
    const { id, title, text, rfc = null } = dataset.value;
    const answer = answerOf(dataset.value);
    if (typeof answer === 'string') {
      addIssue({ message: answer });
      return NEVER;
    }
    return { id, title, text, rfc, answer };
  }),
);

type Answers = {
  readonly options?: Extract<QuestionAnswer, { kind: 'choice' }>['options'] | undefined;
  readonly right?: string | undefined;
  readonly bytes?: string | undefined;
  readonly explanation?: string | undefined;
  readonly mistakes?: Extract<QuestionAnswer, { kind: 'bytes' }>['mistakes'] | undefined;
  readonly drawn?: true | undefined;
};

/** The one kind that the given keys make, or the reason why they make none. */
function answerOf({
  options,
  right,
  bytes,
  explanation,
  mistakes,
  drawn,
}: Answers): QuestionAnswer | string {
  const kinds = [options, bytes, drawn].filter((given) => given !== undefined);
  if (kinds.length !== 1) return REASONS.oneKind;
  if (options === undefined && right !== undefined) return REASONS.onlyWith('right', 'options');
  if (bytes === undefined && (explanation ?? mistakes) !== undefined) {
    return REASONS.onlyWith('explanation', 'bytes');
  }
  if (drawn !== undefined) return { kind: 'drawn' };
  if (options !== undefined) {
    const ids = options.map((option) => option.id);
    if (ids.length < 2) return REASONS.twoOptions;
    if (new Set(ids).size !== ids.length) return REASONS.optionTwice;
    if (right === undefined) return REASONS.noRight;
    if (!ids.includes(right)) return REASONS.unknownRight(right, ids.join(', '));
    return { kind: 'choice', options, right };
  }
  if (bytes === undefined || explanation === undefined) return REASONS.noExplanation;
  const collision = (mistakes ?? []).find((mistake) => mistake.answer === bytes);
  if (collision !== undefined) return REASONS.rightMistake(collision.answer);
  return { kind: 'bytes', bytes, explanation, mistakes: mistakes ?? [] };
}

export const questionsSchema = v.pipe(
  v.array(questionSchema, REASONS.list),
  v.check(
    (questions) => new Set(questions.map((each) => each.id)).size === questions.length,
    REASONS.questionTwice,
  ),
);
