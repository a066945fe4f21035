// Undoes two choices of reveal.js: buttons named in English, and a deck that screen readers take for an application.
import { CONTROL_LABELS, DECK_LABEL, RESUME } from './keys.ts';

/** To be called once reveal.js has drawn its controls. */
export function speakFrench(deck: HTMLElement): void {
  // In `role="application"` a screen reader's own keys are lost: the slides could not be read.
  deck.removeAttribute('role');
  deck.setAttribute('aria-label', DECK_LABEL);
  for (const [name, label] of Object.entries(CONTROL_LABELS)) {
    deck.querySelector(`.${name}`)?.setAttribute('aria-label', label);
  }
  const resume = deck.querySelector('.resume-button');
  if (resume !== null) resume.textContent = RESUME;
}
