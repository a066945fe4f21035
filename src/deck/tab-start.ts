// Where Tab starts on a slide: at its top, and not after whatever was used on another one.
import type { RevealApi } from 'reveal.js';

/**
 * Puts the browser's starting point for sequential navigation at the top of each slide shown: the
 * slide has the focus and gives it back at once, so that keys and screen readers notice nothing.
 */
export function startTabOnSlide(reveal: RevealApi): void {
  reveal.on('slidechanged', () => {
    const active = document.activeElement;
    if (active !== null && active !== document.body) return;
    const slide = reveal.getCurrentSlide();
    slide.tabIndex = -1;
    slide.focus({ preventScroll: true });
    slide.blur();
    slide.removeAttribute('tabindex');
  });
}
