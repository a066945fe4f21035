// Finds slides by their number or by words of their title, and the one that a lost address most resembles.

export type ListedSlide = {
  readonly id: string;
  /** One-based position in the whole deck. */
  readonly number: number;
  readonly title: string;
  readonly chapter: string;
};

/** Without accents, case and signs: what a hurried hand types. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Slides that the query names, best first: the slide of that number, then those of which each word
 * of the query begins a word of the title, then those for which it does so with the chapter's help.
 */
export function findSlides<S extends ListedSlide>(query: string, slides: readonly S[]): S[] {
  const wanted = plain(query).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  const rank = (slide: S): number => {
    if (wanted.length === 1 && wanted[0] === String(slide.number)) return 0;
    const title = plain(slide.title).split(' ');
    if (allBegin(wanted, title)) return plain(slide.title).startsWith(wanted.join(' ')) ? 1 : 2;
    return allBegin(wanted, [...title, ...plain(slide.chapter).split(' ')]) ? 3 : Infinity;
  };
  return slides
    .map((slide) => ({ slide, rank: rank(slide) }))
    .filter((found) => found.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.slide.number - b.slide.number)
    .map(({ slide }) => slide);
}

const allBegin = (wanted: readonly string[], words: readonly string[]): boolean =>
  wanted.every((start) => words.some((word) => word.startsWith(start)));

/** The slide whose identifier shares most pairs of letters with the one asked for. */
export function nearestSlide<S extends ListedSlide>(
  asked: string,
  slides: readonly S[],
): S | undefined {
  const target = pairsOf(plain(asked));
  let best: S | undefined;
  let most = -1;
  for (const slide of slides) {
    const likeness = Math.max(
      shared(target, pairsOf(plain(slide.id))),
      shared(target, pairsOf(plain(slide.title))),
    );
    if (likeness <= most) continue;
    most = likeness;
    best = slide;
  }
  return best;
}

/** Dice's coefficient, from 0 (nothing in common) to 1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size);
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
