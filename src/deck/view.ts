// Chooses how the slides are read: as a deck, as one long page (on a phone, on request), or as a preview in the speaker's page.

export type DeckView = 'deck' | 'page' | 'preview';

/** Below this a slide of 1280 × 720 would be too small to read. */
const PHONE = '(max-width: 600px)';

/** The view asked for by `?vue=diapos`, `?vue=page` or `?vue=apercu`, else the one that fits the screen. */
export function chooseView(search: string, matches: (query: string) => boolean): DeckView {
  const asked = new URLSearchParams(search).get('vue');
  if (asked === 'diapos') return 'deck';
  if (asked === 'page') return 'page';
  if (asked === 'apercu') return 'preview';
  return matches(PHONE) ? 'page' : 'deck';
}
