// Lights the lines of a code block step by step, as reveal's highlight plugin did before it weighed a megabyte.
import type { RevealApi } from 'reveal.js';

/** Class of the empty elements that make reveal stop once for each step after the first. */
const STEP_CLASS = 'code-step';
const LIT_CLASS = 'is-lit';
const STEPPING_CLASS = 'is-stepping';

/**
 * Gives each block with `data-steps` one invisible fragment for each step after its first.
 * To be called before reveal.js counts the fragments.
 */
export function addStepMarkers(deck: HTMLElement): void {
  for (const block of deck.querySelectorAll<HTMLElement>('pre[data-steps]')) {
    const host = block.closest('figure') ?? block;
    const markers = readSteps(block)
      .slice(1)
      .map(() => {
        const marker = document.createElement('span');
        marker.className = `fragment ${STEP_CLASS}`;
        marker.setAttribute('aria-hidden', 'true');
        return marker;
      });
    host.before(...markers);
  }
}

/** Lights the right lines of the current slide now and whenever a fragment moves. */
export function followSteps(reveal: RevealApi): void {
  const light = (): void => {
    lightSlide(reveal.getCurrentSlide());
  };
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']) {
    reveal.on(event, light);
  }
  light();
}

function lightSlide(slide: HTMLElement | undefined): void {
  for (const block of slide?.querySelectorAll<HTMLElement>('pre[data-steps]') ?? []) {
    const step = readSteps(block)[shownSteps(block)] ?? [];
    block.classList.toggle(STEPPING_CLASS, step.length > 0);
    block.querySelectorAll('.line').forEach((line, index) => {
      line.classList.toggle(LIT_CLASS, step.includes(index + 1));
    });
  }
}

/** How many of the block's own markers, which stand just before it, have been shown. */
function shownSteps(block: HTMLElement): number {
  let shown = 0;
  let sibling = (block.closest('figure') ?? block).previousElementSibling;
  while (sibling?.classList.contains(STEP_CLASS) === true) {
    if (sibling.classList.contains('visible')) shown += 1;
    sibling = sibling.previousElementSibling;
  }
  return shown;
}

/** `data-steps="1 2 3|5|"`: the lines of each step, one-based, written by `code-blocks.ts`. */
const readSteps = (block: HTMLElement): number[][] =>
  (block.dataset.steps ?? '').split('|').map((step) => step.split(' ').filter(Boolean).map(Number));
