// Follows the reader down a chapter: where they are (in the table of contents), what they have read, where they will come back to.
import { courseWords } from '../i18n/course.ts';
import { recallProgress, rememberPlace, rememberRead } from './reading-progress.ts';
import { showPlace } from './resume-place.ts';

/** A section is the current one once its title is above this part of the window. */
const READING_LINE = 0.4;

export function followReading(page: Document): void {
  const chapter = page.querySelector<HTMLElement>('[data-chapter]');
  const name = chapter?.dataset.chapter ?? '';
  if (chapter === null || name === '') return;
  const sections = [...chapter.querySelectorAll<HTMLElement>('[data-section]')];
  const contents = new Contents(page);
  contents.showRead(recallProgress().read[name] ?? []);
  offerToResume(page, name);

  let current: HTMLElement | undefined;
  const follow = (): void => {
    const found = currentSection(sections);
    if (found === undefined) return;
    const left = current;
    if (found !== current) {
      current = found;
      contents.showCurrent(found.dataset.section ?? '');
      if (page.defaultView !== null && page.defaultView.scrollY > 0) keepPlace(found);
    }
    // A section is read once its end has been seen, however one scrolls: what a link skipped was not.
    for (const one of sections) {
      const { bottom } = one.getBoundingClientRect();
      if (bottom > window.innerHeight + 1) break;
      if (bottom > 0 || one === found || one === left) markRead(one);
    }
  };
  const keepPlace = (section: HTMLElement): void => {
    rememberPlace({
      chapter: name,
      section: section.dataset.section ?? '',
      title: (section.dataset.label ?? '').slice(0, 200),
    });
  };
  const markRead = (section: HTMLElement): void => {
    if (section.dataset.wasRead !== undefined) return;
    section.dataset.wasRead = '';
    rememberRead(name, section.dataset.section ?? '');
    contents.showRead(recallProgress().read[name] ?? []);
  };

  let waiting = false;
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  };
  page.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', soon);
  follow();
}

function currentSection(sections: readonly HTMLElement[]): HTMLElement | undefined {
  const line = window.innerHeight * READING_LINE;
  return sections.findLast((section) => section.getBoundingClientRect().top <= line);
}

/** Somebody who comes back by the chapter's own address is shown where they stopped. */
function offerToResume(page: Document, chapter: string): void {
  const { last } = recallProgress();
  const isFirst = page.querySelector<HTMLElement>('[data-section]')?.dataset.section;
  if (last?.chapter !== chapter || last.section === isFirst || location.hash !== '') return;
  if (page.getElementById(last.section) === null) return;
  showPlace(page.querySelector('[data-resume]'), last);
}

class Contents {
  readonly #items: readonly HTMLElement[];
  readonly #count: HTMLElement | null;

  constructor(page: Document) {
    this.#items = [...page.querySelectorAll<HTMLElement>('[data-toc]')];
    this.#count = page.querySelector<HTMLElement>('.course-aside [data-count]');
  }

  showCurrent(section: string): void {
    for (const item of this.#items) {
      const link = item.querySelector('a');
      if (item.dataset.toc === section) {
        link?.setAttribute('aria-current', 'location');
        scrollInto(item);
      } else link?.removeAttribute('aria-current');
    }
  }

  showRead(read: readonly string[]): void {
    for (const item of this.#items) {
      if (read.includes(item.dataset.toc ?? '')) item.dataset.read = '';
    }
    const ids = new Set(this.#items.map(({ dataset }) => dataset.toc));
    const seen = read.filter((id) => ids.has(id)).length;
    if (this.#count === null || seen === 0) return;
    this.#count.textContent = courseWords.progress.sections(seen, ids.size);
    this.#count.hidden = false;
  }
}

/** The table of contents may be longer than the window: it follows, and the page does not move. */
function scrollInto(item: HTMLElement): void {
  const aside = item.closest<HTMLElement>('.course-aside');
  if (aside === null || aside.scrollHeight <= aside.clientHeight) return;
  const { top, bottom } = item.getBoundingClientRect();
  const frame = aside.getBoundingClientRect();
  if (top < frame.top) aside.scrollTop -= frame.top - top + 24;
  else if (bottom > frame.bottom) aside.scrollTop += bottom - frame.bottom + 24;
}
