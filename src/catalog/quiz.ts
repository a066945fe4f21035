// The retrieval questions as data: `slides/questions.yaml`, validated, in the author's order.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';
import { parse } from 'yaml';

import { Problems } from './broken-course.ts';
import { QUIZ_REASONS } from './quiz-messages.ts';
import { reasonsOf } from './schemas.ts';
import { ADDRESS, text } from './schema-texts.ts';

const FILE = 'slides/questions.yaml';

export type QuizOption = {
  /** Markdown on one line. */
  readonly label: string;
  /** Why one believes it, or why it is right; Markdown on one line. */
  readonly because: string;
  readonly right: boolean;
};

export type QuizQuestion = {
  /** Kept in the reader's browser: never given to another question. */
  readonly id: string;
  /** The chapter's name in addresses: `masque`. */
  readonly chapter: string;
  readonly text: string;
  readonly source: string;
  /** Exactly one is right. Their order is drawn from the id, so that no place is favoured. */
  readonly options: readonly QuizOption[];
};

const optionSchema = v.strictObject({
  label: text(),
  because: text(),
  right: v.optional(v.literal(true, QUIZ_REASONS.rightIs), undefined),
});

const questionSchema = v.strictObject({
  id: v.pipe(text(), v.regex(ADDRESS, QUIZ_REASONS.id)),
  chapter: v.pipe(text(), v.regex(ADDRESS, QUIZ_REASONS.chapter)),
  text: text(),
  source: text(),
  options: v.pipe(v.array(optionSchema, QUIZ_REASONS.options), v.minLength(2, QUIZ_REASONS.two)),
});

/**
 * Reads the questions under `root`; none where the deck has no such file (another trainer's).
 * Throws `BrokenCourse`, which holds one French sentence for each problem.
 */
export async function loadQuiz(root: string): Promise<readonly QuizQuestion[]> {
  const source = await readFile(join(root, FILE), 'utf8').catch(() => null);
  return source === null ? [] : parseQuiz(source);
}

export function parseQuiz(source: string): readonly QuizQuestion[] {
  const problems = new Problems();
  const questions = readQuestions(source, problems);
  const seen = new Set<string>();
  for (const { id, options } of questions) {
    if (seen.has(id)) problems.add(FILE, QUIZ_REASONS.twice(id));
    seen.add(id);
    const right = options.filter((option) => option.right).length;
    if (right !== 1) problems.add(FILE, QUIZ_REASONS.oneRight(id, right));
  }
  problems.throwIfAny();
  return questions;
}

function readQuestions(source: string, problems: Problems): QuizQuestion[] {
  let data: unknown;
  try {
    data = parse(source);
  } catch (error) {
    problems.add(FILE, QUIZ_REASONS.yaml(error instanceof Error ? error.message : ''));
    return [];
  }
  const parsed = v.safeParse(v.array(questionSchema, QUIZ_REASONS.list), data);
  if (!parsed.success) {
    for (const reason of reasonsOf(parsed.issues)) problems.add(FILE, reason);
    return [];
  }
  return parsed.output.map(({ options, ...question }) => ({
    ...question,
    options: turned(
      options.map(({ right, ...option }) => ({ ...option, right: right === true })),
      question.id,
    ),
  }));
}

/** The same options, started from a place that the id decides: the same in every build. */
function turned<Item>(items: readonly Item[], id: string): readonly Item[] {
  const hash = Array.from(id).reduce(
    (sum, letter) => (Math.imul(sum, 37) + (letter.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  const start = (hash >>> 8) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
