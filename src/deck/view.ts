// Chooses between the two ways to read the slides: as a deck, or (on a phone, on request) as one long page.

export type DeckView = 'deck' | 'page';

/** Below this a slide of 1280 × 720 would be too small to read. */
const PHONE = '(max-width: 600px)';

/** Whether `?notes` asks for the speaker notes to be open, on the page and on paper. */
export const wantsNotes = (search: string): boolean => new URLSearchParams(search).has('notes');

/** The view asked for by `?vue=diapos` or `?vue=page`, else the one that fits the screen. */
export function chooseView(search: string, matches: (query: string) => boolean): DeckView {
  const asked = new URLSearchParams(search).get('vue');
  if (asked === 'diapos') return 'deck';
  if (asked === 'page') return 'page';
  return matches(PHONE) ? 'page' : 'deck';
}
