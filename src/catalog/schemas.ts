// What the front matter of lab.md and step.md may hold; every message is a French reason, completed by the file's name.
import * as v from 'valibot';

import type { Draw } from '../grading/index.ts';
import { liveSchema } from './live-schema.ts';
import { REASONS } from './messages.ts';
import { questionsSchema } from './question-schema.ts';
import { ADDRESS, text } from './schema-texts.ts';

const STUDENT_PATH = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*\.(?:js|html|json)$/;
const SECTION = /^(?:RFC \d+ )?§\d+(?:\.\d+)*$/;

export const labSchema = v.strictObject({
  title: text(),
  address: v.pipe(text(), v.regex(ADDRESS, REASONS.address)),
});

export const stepSchema = v.strictObject({
  title: text(),
  minutes: v.pipe(
    v.number(REASONS.minutes),
    v.integer(REASONS.minutes),
    v.minValue(1, REASONS.minutes),
  ),
  rfc: v.array(v.pipe(text(), v.regex(SECTION, REASONS.section)), REASONS.list),
  files: v.pipe(
    v.array(v.pipe(text(), v.regex(STUDENT_PATH, REASONS.path)), REASONS.list),
    v.check((files) => new Set(files).size === files.length, REASONS.fileTwice),
  ),
  hints: v.pipe(
    v.array(text(), REASONS.hints),
    v.length(3, REASONS.hints),
    v.transform(([first = '', second = '', third = '']) => [first, second, third] as const),
  ),
  misconceptions: v.record(
    v.pipe(v.string(), v.regex(ADDRESS, REASONS.misconceptionId)),
    text(),
    REASONS.misconceptions,
  ),
  packages: v.optional(v.array(text(), REASONS.list), []),
  questions: v.optional(questionsSchema, []),
  live: v.optional(liveSchema),
});

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** The part of `checks.ts` that the catalog reads; the rest is grading's business. */
export const checksModuleSchema = v.object(
  {
    step: v.object(
      {
        exports: v.record(v.string(), v.array(v.unknown())),
        checks: v.array(v.object({ id: text(), title: text(), rfc: v.nullable(text()) })),
        draws: v.optional(v.record(v.string(), v.custom<Draw>(isFunction)), {}),
      },
      REASONS.noDefinition,
    ),
  },
  REASONS.noDefinition,
);

/** The reasons of a failed parse, each with the key it is about: `hints.2 : …`. */
export function reasonsOf(issues: readonly v.BaseIssue<unknown>[]): readonly string[] {
  return issues.map((issue) => {
    const path = v.getDotPath(issue);
    if (issue.type === 'strict_object' && path !== null) {
      return issue.expected === 'never' ? REASONS.unknownKey(path) : REASONS.missingKey(path);
    }
    return path === null ? issue.message : REASONS.at(path, issue.message);
  });
}
