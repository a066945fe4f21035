// The corrections of the 2013 deck as data: `slides/errata.yaml`, validated, in the order of its slides.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';
import { parse } from 'yaml';

import { errataAnchor } from '../deck/errata-link.ts';
import { Problems } from './broken-course.ts';
import { ERRATA_REASONS } from './errata-messages.ts';
import { reasonsOf } from './schemas.ts';
import { text } from './schema-texts.ts';

const FILE = 'slides/errata.yaml';

/** In the order in which a reader wants to know them. */
export const ERRATUM_KINDS = [
  'faux',
  'danger',
  'bug',
  'trompeur',
  'périmé',
  'omis',
  'perdu',
  'ortho',
] as const;
export type ErratumKind = (typeof ERRATUM_KINDS)[number];

export type Erratum = {
  /** `E5.1`. */
  readonly id: string;
  /** `e5-1`: its place on `/errata/`. */
  readonly anchor: string;
  readonly kinds: readonly ErratumKind[];
  /** What had to be mended first. */
  readonly starred: boolean;
  /** Prose of the 2013 deck, to the letter. */
  readonly quotes: readonly string[];
  /** Code of the 2013 deck, to the letter, line by line; its indentation is what is left of it. */
  readonly code: string | null;
  /** What the deck did, in our words: nothing can be quoted of an omission. */
  readonly note: string | null;
  /** Markdown. */
  readonly right: string;
  readonly sources: readonly string[];
};

/** The corrections of one slide of 2013; `number` 0 is the whole deck. */
export type ErrataSlide = {
  readonly number: number;
  readonly title: string;
  /** The starred ones first. */
  readonly entries: readonly Erratum[];
};

const oneOrMore = v.pipe(
  v.union(
    [
      v.pipe(
        text(),
        v.transform((only) => [only]),
      ),
      v.array(text()),
    ],
    ERRATA_REASONS.quote,
  ),
  v.minLength(1, ERRATA_REASONS.quote),
);

const erratumSchema = v.pipe(
  v.strictObject({
    id: v.pipe(text(), v.regex(/^E(?:0|[1-9]\d*)\.[1-9]\d*$/, ERRATA_REASONS.id)),
    kinds: v.pipe(
      v.array(v.picklist(ERRATUM_KINDS, ERRATA_REASONS.kind(ERRATUM_KINDS)), ERRATA_REASONS.kinds),
      v.minLength(1, ERRATA_REASONS.kinds),
    ),
    starred: v.optional(v.boolean(ERRATA_REASONS.starred), false),
    quote: v.optional(oneOrMore),
    code: v.optional(v.nullable(text()), null),
    note: v.optional(v.nullable(text()), null),
    right: text(),
    sources: v.pipe(
      v.array(text(), ERRATA_REASONS.sources),
      v.minLength(1, ERRATA_REASONS.sources),
    ),
  }),
  v.check(
    ({ quote, code, note }) => quote !== undefined || code !== null || note !== null,
    ERRATA_REASONS.nothingSaid,
  ),
);

const errataSchema = v.array(
  v.strictObject({
    slide: v.pipe(text(), v.regex(/^S(?:0|[1-9]\d*)$/, ERRATA_REASONS.slide)),
    title: text(),
    entries: v.array(erratumSchema, ERRATA_REASONS.list),
  }),
  ERRATA_REASONS.list,
);

/**
 * Reads the corrections under `root`; none where the deck has no such file (another trainer's).
 * Throws `BrokenCourse`, which holds one French sentence for each problem.
 */
export async function loadErrata(root: string): Promise<readonly ErrataSlide[]> {
  const source = await readFile(join(root, FILE), 'utf8').catch(() => null);
  return source === null ? [] : parseErrata(source);
}

export function parseErrata(source: string): readonly ErrataSlide[] {
  const problems = new Problems();
  const slides = readSlides(source, problems);
  const seen = new Set<string>();
  for (const { number, entries } of slides) {
    for (const { id } of entries) {
      if (seen.has(id)) problems.add(FILE, ERRATA_REASONS.twice(id));
      if (!id.startsWith(`E${number}.`)) problems.add(FILE, ERRATA_REASONS.elsewhere(id, number));
      seen.add(id);
    }
  }
  problems.throwIfAny();
  return slides;
}

function readSlides(source: string, problems: Problems): ErrataSlide[] {
  let data: unknown;
  try {
    data = parse(source);
  } catch (error) {
    problems.add(FILE, ERRATA_REASONS.yaml(error instanceof Error ? error.message : ''));
    return [];
  }
  const parsed = v.safeParse(errataSchema, data);
  if (!parsed.success) {
    for (const reason of reasonsOf(parsed.issues)) problems.add(FILE, reason);
    return [];
  }
  return parsed.output.map(({ slide, title, entries }) => ({
    number: Number(slide.slice(1)),
    title,
    entries: starredFirst(
      entries.map(({ id, quote, ...entry }) => ({
        id,
        anchor: errataAnchor(id),
        quotes: quote ?? [],
        ...entry,
      })),
    ),
  }));
}

const starredFirst = (entries: readonly Erratum[]): readonly Erratum[] => [
  ...entries.filter(({ starred }) => starred),
  ...entries.filter(({ starred }) => !starred),
];
