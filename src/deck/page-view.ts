// The slides read as one page: an address of the deck scrolls to its slide, or says that there is none.
import { followAddress } from './follow-address.ts';
import { prepareLostNotice } from './lost-slide.ts';
import { readSlideAddress } from './slide-address.ts';
import { listSlides, slideAt } from './slide-list.ts';
import type { SlideOfPage } from './slide-list.ts';

export function startPage(deck: HTMLElement, lostDialog: HTMLDialogElement): void {
  const slides = listSlides(deck);
  const scrollTo = (slide: SlideOfPage | undefined): void => {
    slide?.element.scrollIntoView();
  };
  const sayLost = prepareLostNotice(lostDialog, slides, (slide) => {
    location.hash = `/${slide.id}`;
  });
  const lost = followAddress(slides, () => undefined, sayLost);
  const follow = (): void => {
    scrollTo(slideAt(readSlideAddress(location.hash), slides));
  };
  window.addEventListener('hashchange', follow);
  if (lost !== undefined) sayLost(lost);
  else follow();
}
