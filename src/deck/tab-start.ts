// Where Tab starts on a slide: at its top, and not after whatever was used on another one.
import type { RevealApi } from 'reveal.js';

/**
 * Puts the browser's starting point for sequential navigation at the top of each slide shown. An
 * empty selection does so without moving the focus, which would have the slide read out twice.
 */
export function startTabOnSlide(reveal: RevealApi): void {
  reveal.on('slidechanged', () => {
    const slide = reveal.getCurrentSlide();
    const active = document.activeElement;
    if (active !== null && active !== document.body) return;
    document.getSelection()?.collapse(slide, 0);
  });
}
