// Makes a deck of the slides' page: reveal.js core with our keys, our steps and French labels.
import type { RevealApi } from 'reveal.js';
import { shareDeck } from './broadcast.ts';
import { bindDeckKeys, listenForHelp } from './deck-keys.ts';
import { fitSlides } from './fit.ts';
import { addressOf, followAddress } from './follow-address.ts';
import { speakFrench } from './french-labels.ts';
import { prepareHelp } from './help.ts';
import { prepareJump } from './jump.ts';
import { prepareLostNotice } from './lost-slide.ts';
import { startPage } from './page-view.ts';
import { preparePaper } from './paper.ts';
import { revealConfiguration, STILL, transitionFor } from './reveal-configuration.ts';
import { listSlides } from './slide-list.ts';
import type { SlideOfPage } from './slide-list.ts';
import { addStepMarkers, followSteps } from './stepping.ts';
import { startTabOnSlide } from './tab-start.ts';
import { chooseView } from './view.ts';
import type { DeckView } from './view.ts';

type DeckParts = {
  readonly deck: HTMLElement;
  readonly help: HTMLDialogElement;
  readonly jump: HTMLDialogElement;
  readonly lost: HTMLDialogElement;
};

/**
 * Starts the deck, or leaves the page as it is where a page was asked for.
 *
 * @returns how the slides are shown; undefined on a page without slides
 */
export async function startDeck(page: Document): Promise<DeckView | undefined> {
  const parts = findParts(page);
  if (parts === undefined) return undefined;
  const hasNotes = parts.deck.dataset.deck === 'notes';
  const view = hasNotes
    ? 'page'
    : chooseView(location.search, (query) => matchMedia(query).matches);
  page.documentElement.dataset.vue = view;
  if (hasNotes) page.documentElement.dataset.notes = '';
  preparePaper(parts.deck);
  if (view === 'page') {
    startPage(parts.deck, parts.lost);
    return view;
  }
  prepareSlides(parts.deck);
  const onShown = await (view === 'preview'
    ? startPreview(parts.deck)
    : startPresentation(page, parts));
  page.documentElement.dataset.vue = 'ready';
  onShown();
  return view;
}

function findParts(page: Document): DeckParts | undefined {
  const deck = page.querySelector<HTMLElement>('[data-deck]');
  const help = page.querySelector<HTMLDialogElement>('[data-deck-help]');
  const jump = page.querySelector<HTMLDialogElement>('[data-deck-jump]');
  const lost = page.querySelector<HTMLDialogElement>('[data-deck-lost]');
  if (deck === null || help === null || jump === null || lost === null) return undefined;
  return { deck, help, jump, lost };
}

function prepareSlides(deck: HTMLElement): void {
  deck.classList.add('reveal');
  addStepMarkers(deck);
  // On a slide nothing scrolls: Tab goes from link to link.
  for (const still of deck.querySelectorAll('[tabindex]')) still.removeAttribute('tabindex');
  for (const link of deck.querySelectorAll('.slide-body a[href^="#"]')) {
    link.setAttribute('href', `#/${link.getAttribute('href')?.replace(/^#\/?/, '') ?? ''}`);
  }
}

/** A slide inside the speaker's page: shown, and nothing more. */
async function startPreview(deck: HTMLElement): Promise<() => void> {
  const { default: Reveal } = await import('reveal.js');
  const reveal = new Reveal(deck, {
    ...revealConfiguration(),
    hash: false,
    history: false,
    keyboard: false,
    controls: false,
    progress: false,
    touch: false,
    transition: 'none',
  });
  await reveal.initialize();
  speakFrench(reveal, deck);
  followSteps(reveal);
  fitSlides(reveal);
  // The speaker's page has the same text beside it, and the keys.
  return () => {
    deck.ownerDocument.body.inert = true;
  };
}

async function startPresentation(
  page: Document,
  { deck, help, jump, lost }: DeckParts,
): Promise<() => void> {
  const { default: Reveal } = await import('reveal.js');
  // Before reveal.js, whose own listeners would answer first.
  listenForHelp(page, prepareHelp(help));
  const reveal = new Reveal(deck, revealConfiguration());
  const slides = listSlides(deck);
  const goTo = (slide: SlideOfPage): void => {
    location.hash = addressOf(slide);
  };
  const sayLost = prepareLostNotice(lost, slides, goTo);
  const lostOnArrival = followAddress(
    slides,
    () => (reveal.isReady() ? reveal.getCurrentSlide() : undefined),
    sayLost,
  );
  await reveal.initialize();
  speakFrench(reveal, deck);
  followSteps(reveal);
  fitSlides(reveal);
  startTabOnSlide(reveal);
  followMotionPreference(reveal);
  bindDeckKeys(reveal, prepareJump(jump, slides, goTo));
  shareDeck(reveal);
  // A dialog takes no focus while the page is not shown.
  return () => {
    if (lostOnArrival !== undefined) sayLost(lostOnArrival);
  };
}

function followMotionPreference(reveal: RevealApi): void {
  const still = matchMedia(STILL);
  still.addEventListener('change', () => {
    reveal.configure({ transition: transitionFor(still.matches) });
  });
}
