// Keys pressed inside a demo are the demo's: the deck, which listens on the document, must not turn the slide.

/** What a remote control sends: it always turns the slide. */
const OF_THE_DECK = new Set(['PageUp', 'PageDown']);

/** Keeps the keys typed in `live` from the page around it; Escape gives the focus back to the page. */
export function ownKeys(live: HTMLElement, reveal: () => void): void {
  live.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || OF_THE_DECK.has(event.key)) return;
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea');
    // The deck's help.
    if (event.key === '?' && !isTyping) return;
    event.stopPropagation();
    if (event.key === 'Escape' && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
    if (event.key.toLowerCase() === 'r' && !isTyping) reveal();
  });
}
