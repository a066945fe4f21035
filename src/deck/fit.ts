// Makes a slide that holds too much smaller, so that nothing of it is lost: an old deck has thirty lines of code.
import type { RevealApi } from 'reveal.js';

/** Below this nobody in the room reads it. */
const SMALLEST = 0.45;
const SHRINK = 0.95;

/** Fits the current slide now and each time another comes. Our own slides never need it: a test sees to that. */
export function fitSlides(reveal: RevealApi): void {
  const fitted = new WeakSet<HTMLElement>();
  const fit = (): void => {
    const slide = reveal.getCurrentSlide();
    if (fitted.has(slide)) return;
    fitted.add(slide);
    fitSlide(slide);
  };
  reveal.on('slidechanged', fit);
  fit();
}

function fitSlide(slide: HTMLElement): void {
  const body = slide.querySelector<HTMLElement>('.slide-body');
  const foot = slide.querySelector('.slide-foot');
  if (body === null || foot === null || slide.matches('.has-demo, [class*="page-"]')) return;
  const overflows = (): boolean =>
    (body.lastElementChild?.getBoundingClientRect().bottom ?? 0) >
      foot.getBoundingClientRect().top ||
    [...body.querySelectorAll('pre')].some((pre) => pre.scrollWidth > pre.clientWidth + 1);
  let scale = 1;
  while (overflows() && scale > SMALLEST) {
    scale *= SHRINK;
    slide.dataset.fitted = '';
    body.style.setProperty('zoom', scale.toFixed(3));
  }
}
