// The part of reveal.js's style sheet that the deck can meet: two thirds of it dress what we never show.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What our configuration (`src/deck/reveal-configuration.ts`) leaves off, as selectors name it. */
const NEVER_SHOWN = [
  // Transitions: ours fade, or stay still. Backgrounds have none of their own.
  /\.reveal(?:\.center)?\.(?:slide|linear|default|convex|concave|zoom|cube|page)\b/,
  /\[data-(?:background-)?transition~?=(?:slide|linear|default|convex|concave|zoom)\b/,
  // What other parts of reveal.js draw: previews, help, notes, numbers, its scrolled page, its highlighted code.
  // The place of the notes is in the page all the same: the rule that hides it stays.
  /\.r-overlay|\[data-preview-|\.speaker-notes[ :]|\.show-notes|\.slide-number|\.jump-to-slide|\.playback/,
  /\.reveal-scroll|\.scrollbar|\.hljs|\[data-auto-animate|\.has-parallax-background|\.roll\b/,
  // Right to left, and paper, which has a style of our own.
  /\.reveal\.rtl\b|\.print-pdf|\.reveal-print/,
  // Fragments only light lines of code here: they do nothing by themselves.
  /\.fragment\.(?:grow|shrink|zoom-in|fade-|semi-fade-|strike|highlight-|current-visible)/,
] as const;

/** `css` without the rules whose every selector names something that is never shown, and without those for print. */
export function shownRevealStyle(css: string): string {
  return blocksOf(css.replaceAll(/\/\*.*?\*\//gs, ''))
    .map(({ prelude, body }) => keep(prelude, body))
    .join('');
}

function keep(prelude: string, body: string): string {
  if (prelude.startsWith('@media print')) return '';
  if (prelude.startsWith('@media')) {
    const kept = shownRevealStyle(body);
    return kept === '' ? '' : `${prelude}{${kept}}`;
  }
  if (!prelude.startsWith('@')) {
    const isNeverShown = selectorsOf(prelude).every((selector) =>
      NEVER_SHOWN.some((pattern) => pattern.test(selector)),
    );
    if (isNeverShown) return '';
  }
  return `${prelude}{${body}}`;
}

type Block = { readonly prelude: string; readonly body: string };

/** The rules of a sheet that has been minified: no brace but those of rules. */
function blocksOf(css: string): readonly Block[] {
  const blocks: Block[] = [];
  let [depth, start, open] = [0, 0, 0];
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) open = index;
    if (brace === '}' && --depth === 0) {
      blocks.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, index) });
      start = index + 1;
    }
  }
  return blocks;
}

/** A comma between parentheses belongs to `:is()` or `:not()`. */
const selectorsOf = (prelude: string): readonly string[] => prelude.split(/,(?![^(]*\))/);

/** Writes it to `file`, for `deck.css`. */
export async function writeRevealStyle(file: string): Promise<void> {
  await writeFile(
    file,
    shownRevealStyle(await readFile(require.resolve('reveal.js/reveal.css'), 'utf8')),
  );
}
