// The reader's chapters: which file of the deck is which page of /cours/, and where each slide is read there.
import type { Chapter } from './deck.ts';
import { createIdRegistry, slugOf } from './slide-title.ts';

export type ReaderChapter<C extends Chapter = Chapter> = {
  readonly chapter: C;
  /** In the address: `1-protocole.md` is `protocole`. */
  readonly name: string;
  /** `/cours/protocole/`. */
  readonly address: string;
  /** One-based, among the chapters that have anything to read. */
  readonly number: number;
};

/** Pages of /cours/ that no chapter may take the address of. */
const TAKEN = ['glossaire', 'recherche'];

/** The chapters that have slides, in order. Two files of one name, or `---` in a file, give `protocole-2`. */
export function readerChapters<C extends Chapter>(deck: {
  readonly chapters: readonly C[];
}): readonly ReaderChapter<C>[] {
  const giveName = createIdRegistry();
  for (const name of TAKEN) giveName(name);
  return deck.chapters
    .filter(({ slides }) => slides.length > 0)
    .map((chapter, index) => {
      const name = giveName(nameOf(chapter.file));
      return { chapter, name, address: `/cours/${name}/`, number: index + 1 };
    });
}

const nameOf = (file: string): string => {
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.(?:md|markdown)$/i, '');
  const unnumbered = stem.replace(/^\d+[\s._-]*/, '');
  return slugOf(unnumbered === '' ? stem : unnumbered).replace(/^diapo(?=-?\d|$)/, 'chapitre');
};

/** Where each slide is read, by its id: `/cours/protocole/#lire-une-trame`. */
export function readerAddresses(deck: {
  readonly chapters: readonly Chapter[];
}): ReadonlyMap<string, string> {
  return new Map(
    readerChapters(deck).flatMap(({ chapter, address }) =>
      chapter.slides.map(({ id }) => [id, `${address}#${id}`] as const),
    ),
  );
}
