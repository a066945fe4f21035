// How reveal.js is set: what of it we use, and what we do ourselves.
import type { RevealConfig } from 'reveal.js';

/** Slides are drawn at this size, then scaled as a whole. */
const WIDTH = 1280;
const HEIGHT = 720;

/** With reduced motion slides replace one another at once: reveal.js itself would still fade. */
export const STILL = '(prefers-reduced-motion: reduce)';

export const transitionFor = (still: boolean): 'none' | 'fade' => (still ? 'none' : 'fade');

export const revealConfiguration = (): RevealConfig => ({
  width: WIDTH,
  height: HEIGHT,
  margin: 0,
  center: false,
  // A slide's title is its address, and survives a change of order.
  hash: true,
  history: true,
  // One direction for a room: → is always the next slide, and no press skips a chapter.
  navigationMode: 'linear',
  controlsLayout: 'bottom-right',
  controlsTutorial: false,
  progress: true,
  slideNumber: false,
  help: false,
  // Over an open dialog every key is the dialog's, wherever the focus is.
  keyboardCondition: () => document.querySelector('dialog[open]') === null,
  // Ours, in French, finds words too.
  jumpToSlide: false,
  // In a narrow window reveal.js would turn to a scrolled page of its own: ours is better, and asked for.
  scrollActivationWidth: 0,
  transition: transitionFor(matchMedia(STILL).matches),
  transitionSpeed: 'fast',
  // Nothing drives the deck by messages to its window: the speaker’s page has a channel of its own.
  postMessage: false,
  postMessageEvents: false,
});
