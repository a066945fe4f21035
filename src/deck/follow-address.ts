// Keeps the address and the slides together: numbers become titles, and an address that names no slide is said.
import { readSlideAddress } from './slide-address.ts';
import type { SlideAddress } from './slide-address.ts';
import { slideAt } from './slide-list.ts';
import type { SlideOfPage } from './slide-list.ts';

/** How reveal.js writes the address of a slide. */
export const addressOf = (slide: SlideOfPage): string => `#/${encodeURIComponent(slide.id)}`;

/**
 * To be called before reveal.js starts, whose own listener reads a wrong address as the first slide.
 *
 * @returns the address asked for on arrival, where it names no slide
 */
export function followAddress(
  slides: readonly SlideOfPage[],
  current: () => HTMLElement | undefined,
  onLost: (address: SlideAddress) => void,
): SlideAddress | undefined {
  const rewrite = (hash: string): void => {
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  };
  /** Whether the address is one that reveal.js can follow. */
  const settle = (): boolean => {
    const address = readSlideAddress(location.hash);
    if (address.kind === 'none') return true;
    const slide = slideAt(address, slides);
    if (slide === undefined) return false;
    if (address.kind === 'indices') rewrite(addressOf(slide));
    return true;
  };

  window.addEventListener('hashchange', (event) => {
    if (settle()) return;
    event.stopImmediatePropagation();
    const lost = readSlideAddress(location.hash);
    const here = slides.find(({ element }) => element === current());
    rewrite(here === undefined ? '' : addressOf(here));
    onLost(lost);
  });
  if (settle()) return undefined;
  const lost = readSlideAddress(location.hash);
  rewrite('');
  return lost;
}
