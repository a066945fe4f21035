// Undoes two choices of reveal.js: controls named in English or not at all, and a deck that screen readers take for an application.
import type { RevealApi } from 'reveal.js';
import { deck as words } from '../i18n/deck.ts';
import { CONTROL_LABELS, DECK_LABEL, RESUME } from './keys.ts';

/** To be called once reveal.js has drawn its controls. */
export function speakFrench(reveal: RevealApi, deck: HTMLElement): void {
  // In `role="application"` a screen reader's own keys are lost: the slides could not be read.
  deck.removeAttribute('role');
  deck.setAttribute('aria-label', DECK_LABEL);
  for (const [name, label] of Object.entries(CONTROL_LABELS)) {
    deck.querySelector(`.${name}`)?.setAttribute('aria-label', label);
  }
  const resume = deck.querySelector('.resume-button');
  if (resume !== null) resume.textContent = RESUME;
  nameProgress(reveal, deck);
}

function nameProgress(reveal: RevealApi, deck: HTMLElement): void {
  const bar = deck.querySelector('.progress');
  if (bar === null) return;
  bar.setAttribute('role', 'progressbar');
  bar.setAttribute('aria-label', words.progress.label);
  bar.setAttribute('aria-valuemin', '1');
  const update = (): void => {
    const number = reveal.getSlidePastCount() + 1;
    const total = reveal.getTotalSlides();
    bar.setAttribute('aria-valuemax', String(total));
    bar.setAttribute('aria-valuenow', String(number));
    bar.setAttribute('aria-valuetext', words.progress.value(number, total));
  };
  reveal.on('slidechanged', update);
  update();
}
