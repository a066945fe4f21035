// The answers of a student, as `reponses.json` keeps them: one object of texts, keyed by step and question.
import { ANSWERS } from './question-messages.ts';

/** At the root of the student's directory. */
export const ANSWERS_FILE = 'reponses.json';

/** By key, `1.8/navigateur`. A map: `__proto__` is a key like another. */
export type Answers = ReadonlyMap<string, string>;

export type AnswersRead =
  | { readonly status: 'read'; readonly answers: Answers }
  /** `reason` follows the file's name and has no final point. */
  | { readonly status: 'broken'; readonly reason: string };

export const NO_ANSWERS: Answers = new Map();

/** `1.8/navigateur`. */
export const answerKey = (step: string, question: string): string => `${step}/${question}`;

/** Where the page keeps the seed of the values that it drew: answers to them are right for that draw only. */
export const drawKey = (step: string): string => answerKey(step, 'graine');

/** An empty file holds no answer. */
export function readAnswers(text: string): AnswersRead {
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') return { status: 'read', answers: NO_ANSWERS };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    return { status: 'broken', reason: ANSWERS.notJson(lineOf(error)) };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { status: 'broken', reason: ANSWERS.notAnObject };
  }
  const answers = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed) as [string, unknown][]) {
    if (typeof value !== 'string') {
      return { status: 'broken', reason: ANSWERS.notAText(shortened(key), kindOf(value)) };
    }
    answers.set(key, value);
  }
  return { status: 'read', answers };
}

/** The file's text for `answers`: a person may read and mend it. */
export function writeAnswers(answers: Answers): string {
  const entries = [...answers].toSorted(([one], [other]) => (one < other ? -1 : 1));
  // `Object.fromEntries` defines, where an assignment to `__proto__` would not.
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** A name or a value from a student's file, fit for one line of a message. */
export function shortened(text: string): string {
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\uFFFD');
  return printable.length > 60 ? `${printable.slice(0, 60)}…` : printable;
}

/** V8 names the line, other engines may not. */
function lineOf(error: unknown): number | null {
  const found = /\bline (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return found === undefined ? null : Number(found);
}

function kindOf(value: unknown): string {
  if (value === null) return ANSWERS.kinds.null;
  if (Array.isArray(value)) return ANSWERS.kinds.array;
  if (typeof value === 'number') return ANSWERS.kinds.number;
  return typeof value === 'boolean' ? ANSWERS.kinds.boolean : ANSWERS.kinds.object;
}
