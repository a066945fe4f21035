// What the page knows of its slides, read once from its HTML: who they are, and which one an address names.
import type { ListedSlide } from './find-slides.ts';
import type { SlideAddress } from './slide-address.ts';

export type SlideOfPage = ListedSlide & { readonly element: HTMLElement };

export function listSlides(deck: HTMLElement): readonly SlideOfPage[] {
  return [...deck.querySelectorAll<HTMLElement>('.slide')].map((element, index) => ({
    element,
    id: element.id,
    number: index + 1,
    title: element.querySelector('h1, h2, h3')?.textContent.trim() ?? '',
    chapter: element.querySelector('.slide-foot > span')?.textContent.trim() ?? '',
  }));
}

/** The slide at an address; undefined where none is. Chapters keep their number, even beside an empty one. */
export function slideAt(
  address: SlideAddress,
  slides: readonly SlideOfPage[],
): SlideOfPage | undefined {
  if (address.kind === 'none') return undefined;
  if (address.kind === 'id') return slides.find(({ id }) => id === address.id);
  return slides.filter(
    ({ element }) =>
      element.closest<HTMLElement>('[data-chapter]')?.dataset.chapter === String(address.chapter),
  )[address.index];
}

/** The slide of the plan that leads somewhere, else the first plan. */
export const planAmong = (slides: readonly SlideOfPage[]): SlideOfPage | undefined => {
  const plans = slides.filter(({ element }) => element.classList.contains('toc'));
  return plans.find(({ element }) => element.querySelector('a[href^="#"]') !== null) ?? plans[0];
};
