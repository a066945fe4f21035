// Makes a deck of the slides' page: reveal.js core with our keys, our steps and French labels.
import type { RevealApi, RevealConfig } from 'reveal.js';
import { speakFrench } from './french-labels.ts';
import { prepareHelp } from './help.ts';
import { addStepMarkers, followSteps } from './stepping.ts';
import { chooseView, wantsNotes } from './view.ts';

/** Slides are drawn at this size, then scaled as a whole. */
const WIDTH = 1280;
const HEIGHT = 720;

/** Starts the deck, or leaves the page as it is where a page was asked for. */
export async function startDeck(page: Document): Promise<void> {
  const deck = page.querySelector<HTMLElement>('[data-deck]');
  const dialog = page.querySelector<HTMLDialogElement>('[data-deck-help]');
  if (deck === null || dialog === null) return;
  const view = chooseView(location.search, (query) => matchMedia(query).matches);
  page.documentElement.dataset.vue = view;
  if (wantsNotes(location.search)) openNotes(page);
  if (view === 'page') return;

  const { default: Reveal } = await import('reveal.js');
  deck.classList.add('reveal');
  addStepMarkers(deck);
  // On a slide nothing scrolls: Tab goes from link to link.
  for (const still of deck.querySelectorAll('[tabindex]')) still.removeAttribute('tabindex');
  // Before reveal.js, whose own listener would answer first.
  listenForHelp(page, prepareHelp(dialog));
  const reveal = new Reveal(deck, configuration());
  await reveal.initialize();
  speakFrench(deck);
  followSteps(reveal);
  listenForReveal(reveal);
  followMotionPreference(reveal);
  page.documentElement.dataset.vue = 'ready';
}

function openNotes(page: Document): void {
  page.documentElement.dataset.notes = '';
  for (const notes of page.querySelectorAll<HTMLDetailsElement>('.notes details'))
    notes.open = true;
}

/** With reduced motion slides replace one another at once: reveal.js itself would still fade. */
const STILL = '(prefers-reduced-motion: reduce)';

const configuration = (): RevealConfig => ({
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
  transition: matchMedia(STILL).matches ? 'none' : 'fade',
  transitionSpeed: 'fast',
  // Nothing may drive the deck from another window: the speaker’s page will be ours.
  postMessage: false,
  postMessageEvents: false,
});

/** `?` opens the help wherever a keyboard puts it: reveal.js knows its key on an American one only. */
function listenForHelp(page: Document, toggleHelp: () => void): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    toggleHelp();
  });
}

/** `R` shows what a demo keeps locked behind its question: the demo knows how. */
function listenForReveal(reveal: RevealApi): void {
  const R = 82;
  reveal.addKeyBinding(R, () => {
    for (const element of reveal.getCurrentSlide().querySelectorAll('.slide-body *')) {
      if (element.localName.includes('-')) element.dispatchEvent(new CustomEvent('demo-reveal'));
    }
  });
}

function followMotionPreference(reveal: RevealApi): void {
  const still = matchMedia(STILL);
  still.addEventListener('change', () => {
    reveal.configure({ transition: still.matches ? 'none' : 'fade' });
  });
}
