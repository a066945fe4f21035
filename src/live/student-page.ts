// A student's page as the relay carries it: its files as data, bounded, in messages short enough for the tab's WebSocket.
import * as v from 'valibot';

export const PAGE_LIMITS = {
  /** Of the page as JSON, in bytes of UTF-8. */
  bytes: 128 * 1024,
  files: 32,
  /** Of one part, in UTF-16 code units: at most 3 bytes each, so that a part is far below the longest message of a tab. */
  part: 16 * 1024,
  parts: 16,
} as const;

/** No root, no dots that climb, nothing hidden, no separator but one slash: a name is a name, never a way somewhere. */
const FILE_PATH = /^[a-z0-9][\w-]*(?:\/[a-z0-9][\w-]*)*(?:\.[a-z0-9]+)?\.(?:js|html|css|json)$/i;
const LONGEST_PATH = 100;

const pathSchema = v.pipe(v.string(), v.maxLength(LONGEST_PATH), v.regex(FILE_PATH));

/** What comes from JSON has only its own keys; `__proto__` is one of them there, which `v.record` would pass over in silence. */
const filesSchema = v.pipe(
  v.custom<Readonly<Record<string, string>>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(
        ([path, text]) => v.is(pathSchema, path) && typeof text === 'string',
      ),
  ),
  v.check((files) => Object.keys(files).length <= PAGE_LIMITS.files),
);

const studentPageSchema = v.pipe(
  v.strictObject({
    /** Starts the page: `chat/page/demarrage.js`. */
    module: pathSchema,
    /** By path; the `index.html` beside `module` is what is shown. */
    files: filesSchema,
  }),
  v.check(({ module, files }) =>
    [module, module.replace(/[^/]+$/, 'index.html')].every((path) => Object.hasOwn(files, path)),
  ),
);

/** A page that a student gives to visitors. */
export type StudentPage = v.InferOutput<typeof studentPageSchema>;

/** `null` when it is no page. */
export function parseStudentPage(json: string): StudentPage | null {
  try {
    const { success, output } = v.safeParse(studentPageSchema, JSON.parse(json));
    return success ? output : null;
  } catch {
    return null;
  }
}

/** The page as text in parts. More than `PAGE_LIMITS.parts` is too much: the first alone will be answered so. */
export function cutStudentPage(page: StudentPage): readonly string[] {
  const json = JSON.stringify(page);
  const parts: string[] = [];
  for (let at = 0; at < json.length; at += PAGE_LIMITS.part) {
    parts.push(json.slice(at, at + PAGE_LIMITS.part));
  }
  return parts;
}

/** Why visitors are not given the page that was sent. */
export const PAGE_REFUSALS = [
  /** More than `PAGE_LIMITS` allows. */
  'too-large',
  /** No JSON, or not that of a page. */
  'unsound',
  /** Too many pages one after the other: the one before is kept. */
  'too-often',
] as const;

export type PageRefusal = (typeof PAGE_REFUSALS)[number];
