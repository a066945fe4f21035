// The whole course as the reader's pages show it: chapters of sections, made from the same slides as the deck.
import type { Slide } from '../deck/deck.ts';
import { readerAddresses, readerChapters } from '../deck/reader-chapters.ts';
import type { RenderedDeck, RenderedSlide } from '../deck/render-deck.ts';
import { typeset } from '../i18n/french-typography.ts';
import { readingMinutes } from './reading-time.ts';
import { isPause, readSection } from './section.ts';
import type { CourseSection } from './section.ts';

export type CourseChapter = {
  readonly name: string;
  readonly address: string;
  /** One-based. */
  readonly number: number;
  /** Plain text. */
  readonly title: string;
  /** One line that says what the chapter is about; empty where its first slide says nothing. */
  readonly subtitle: string;
  /** The first one is the chapter's own opening: its title is the page's. */
  readonly sections: readonly CourseSection[];
  readonly minutes: number;
};

/** Every chapter that has slides, in order. */
export function readCourse(deck: RenderedDeck): readonly CourseChapter[] {
  const addresses = readerAddresses(deck);
  return readerChapters(deck).map(({ chapter, name, address, number }) => {
    const sections = chapter.slides.map((slide, index) =>
      readSection(slide, {
        addresses,
        role: roleOf(slide, index),
        continued: index > 1 && sameTitle(slide, chapter.slides[index - 1]),
      }),
    );
    const title = typeset(chapter.title);
    const subtitle = typeset(firstParagraph(chapter.slides[0]?.markdown ?? ''));
    return { name, address, number, title, subtitle, sections, minutes: readingMinutes(sections) };
  });
}

const roleOf = (slide: RenderedSlide, index: number): CourseSection['role'] => {
  if (index === 0) return 'opener';
  return isPause(slide) ? 'pause' : 'section';
};

const sameTitle = (slide: Slide, other: Slide | undefined): boolean => slide.title === other?.title;

/** The first line of text under a title slide's title. */
function firstParagraph(markdown: string): string {
  const line = markdown
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one !== '' && !/^(?:#|[-*+>|`<!]|\d+\.)/.test(one));
  return (line ?? '').replaceAll(/[*_`]|<[^>]*>|\[([^\]]*)\]\([^)]*\)/g, '$1');
}
