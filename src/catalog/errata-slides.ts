// Which slides of the course correct which erratum: read from the deck's own `data-errata`, so that no list can lie.
import type { Deck, Slide } from '../deck/deck.ts';
import { readerAddresses } from '../deck/reader-chapters.ts';
import type { CourseSlide } from './course-slides.ts';

/** `data-errata="E5.1 E5.3"` → both ids, in order. */
export const errataOf = ({ attributes }: Pick<Slide, 'attributes'>): readonly string[] =>
  (attributes['data-errata'] ?? '').split(/[\s,]+/).filter((id) => id !== '');

/** By erratum id, the sections of the course that name it, in the deck's order. */
export function slidesByErratum(deck: Deck): ReadonlyMap<string, readonly CourseSlide[]> {
  const found = new Map<string, CourseSlide[]>();
  const addresses = readerAddresses(deck);
  for (const slide of deck.chapters.flatMap((chapter) => chapter.slides)) {
    const address = addresses.get(slide.id) ?? `/diapos/#/${slide.id}`;
    for (const id of errataOf(slide)) {
      found.set(id, [...(found.get(id) ?? []), { title: slide.title, address }]);
    }
  }
  return found;
}
