// Shows what the demos of the current slide keep locked behind their question: each demo knows how.
import type { RevealApi } from 'reveal.js';

export function revealDemos(reveal: RevealApi): void {
  for (const element of reveal.getCurrentSlide().querySelectorAll('.slide-body *')) {
    if (element.localName.includes('-')) element.dispatchEvent(new CustomEvent('demo-reveal'));
  }
}
