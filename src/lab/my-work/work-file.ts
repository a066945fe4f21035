// « Mon travail » as one file: everything that a student has written and passed, versioned, believed only once validated.
import * as v from 'valibot';
import { lastStepSchema, progressSchema } from '../step-progress.ts';

const FORMAT = 'trame-mon-travail';
const VERSION = 1;

/** Bytes of the largest file that is read at all. */
export const LARGEST_FILE = 8 * 1024 * 1024;

const MOST_FILES = 1_000;
const MOST_STEPS = 500;
const LONGEST_TEXT = 512 * 1024;

/** A path under which a step may keep a file: no dots that climb, no name that an object already has. */
const PATH = /^[a-z0-9][a-z0-9-]{0,60}(?:\/[a-z0-9][a-z0-9-]{0,60}){0,5}\.[a-z]{1,5}$/;
const STEP = /^\d{1,3}\.\d{1,3}$/;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const pathSchema = v.pipe(v.string(), v.regex(PATH));
const textSchema = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const stepSchema = v.pipe(v.string(), v.regex(STEP));
const stepProgressSchema = v.object({
  ...progressSchema.entries,
  failedAttempts: count,
  hintsOpened: count,
});

const workSchema = v.object({
  /** Texts by path: code, free trials, answers. */
  files: atMost(MOST_FILES, pathSchema, textSchema),
  /** By step: `1.3`. */
  progress: atMost(MOST_STEPS, stepSchema, stepProgressSchema),
  lastStep: v.nullable(lastStepSchema),
});

export type Work = v.InferOutput<typeof workSchema>;

export const NO_WORK: Work = { files: {}, progress: {}, lastStep: null };

/** Why a file is not taken; `malformed` says where, as the file names it. */
export type Refusal =
  | { readonly reason: 'empty' | 'too-big' | 'not-json' | 'not-ours' | 'newer' | 'nothing' }
  | { readonly reason: 'malformed'; readonly where: string };

export type ReadWork =
  { readonly ok: true; readonly work: Work } | { readonly ok: false; readonly refusal: Refusal };

export function writeWorkFile(work: Work, date: Date): string {
  const head = { format: FORMAT, version: VERSION, date: date.toISOString() };
  return `${JSON.stringify({ ...head, ...work }, null, 2)}\n`;
}

/** `trame-mon-travail-2026-11-23.json`, by the calendar of the student's clock. */
export function workFileName(date: Date): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${FORMAT}-${day.map((part) => String(part).padStart(2, '0')).join('-')}.json`;
}

/** Takes nothing on trust; never throws. */
export function readWorkFile(text: string): ReadWork {
  const source = text.replace(/^\uFEFF/, '').trim();
  if (source === '') return refuse({ reason: 'empty' });
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return refuse({ reason: 'not-json' });
  }
  const head = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), data);
  if (!head.success) return refuse({ reason: 'not-ours' });
  if (head.output.version > VERSION) return refuse({ reason: 'newer' });
  const parsed = v.safeParse(workSchema, data);
  if (!parsed.success) return refuse({ reason: 'malformed', where: placeOf(parsed.issues[0]) });
  const work = parsed.output;
  const isEmpty = Object.keys(work.files).length + Object.keys(work.progress).length === 0;
  return isEmpty ? refuse({ reason: 'nothing' }) : { ok: true, work };
}

/** Leaves out what `readWorkFile()` would refuse: one odd entry of the browser's must not spoil a whole file. */
export function keepValid({ files, progress, lastStep }: Work): Work {
  return {
    files: Object.fromEntries(
      Object.entries(files).filter(
        ([path, text]) => v.is(pathSchema, path) && v.is(textSchema, text),
      ),
    ),
    progress: Object.fromEntries(
      Object.entries(progress).filter(
        ([step, each]) => v.is(stepSchema, step) && v.is(stepProgressSchema, each),
      ),
    ),
    lastStep,
  };
}

/** What taking `incoming` would do here: how many files are new, other, or already the same. */
export function compareWork(current: Work, incoming: Work) {
  const paths = Object.keys(incoming.files);
  const own = (path: string) =>
    Object.hasOwn(current.files, path) ? current.files[path] : undefined;
  const fresh = paths.filter((path) => own(path) === undefined);
  const same = paths.filter((path) => own(path) === incoming.files[path]);
  const steps = Object.entries(incoming.progress);
  const changedSteps = steps.filter(
    ([step, progress]) => JSON.stringify(current.progress[step]) !== JSON.stringify(progress),
  );
  return {
    fresh: fresh.length,
    replaced: paths.filter((path) => !fresh.includes(path) && !same.includes(path)),
    same: same.length,
    passed: steps.filter(([, { passed }]) => passed).length,
    /** Nothing here would be other than it is. */
    isSame: same.length === paths.length && changedSteps.length === 0,
  };
}

export type WorkChange = ReturnType<typeof compareWork>;

function refuse(refusal: Refusal): ReadWork {
  return { ok: false, refusal };
}

function placeOf(issue: v.BaseIssue<unknown> | undefined): string {
  const path = issue === undefined ? null : v.getDotPath(issue);
  return (path ?? '').slice(0, 80);
}

/** Every key is checked before any is kept: a record that drops `__proto__` in silence would lose what it held. */
function atMost<Value extends v.GenericSchema>(
  most: number,
  key: v.GenericSchema<string, string>,
  value: Value,
) {
  return v.pipe(
    v.custom<Record<string, unknown>>(
      (data) =>
        typeof data === 'object' &&
        data !== null &&
        !Array.isArray(data) &&
        Object.keys(data).length <= most &&
        Object.keys(data).every((name) => v.is(key, name)),
    ),
    v.record(v.string(), value),
  );
}
