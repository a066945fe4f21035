// Puts the slides on paper as they are in the deck, whatever the screen shows: drawn large, and none hidden.

/** What reveal.js says of the slides that are not shown: on paper they all are, and a tagged PDF must hold them. */
const HIDING = ['hidden', 'aria-hidden', 'inert'] as const;

export function preparePaper(deck: HTMLElement): void {
  let restore: (() => void)[] = [];
  window.addEventListener('beforeprint', () => {
    if (!deck.classList.contains('reveal')) {
      deck.classList.add('reveal');
      restore.push(() => {
        deck.classList.remove('reveal');
      });
    }
    for (const section of deck.querySelectorAll('section')) {
      for (const name of HIDING) {
        const value = section.getAttribute(name);
        if (value === null) continue;
        section.removeAttribute(name);
        restore.push(() => {
          section.setAttribute(name, value);
        });
      }
    }
  });
  window.addEventListener('afterprint', () => {
    for (const undo of restore) undo();
    restore = [];
  });
}
