// Colours code at build time, with classes only: the site's policy refuses style attributes.
import type { Element, ElementContent } from 'hast';
import { bundledLanguages, createCssVariablesTheme, createHighlighter } from 'shiki';
import type { BundledLanguage, HighlighterGeneric, ShikiTransformer } from 'shiki';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { attributeText } from './hast-tree.ts';

const THEME = createCssVariablesTheme({
  name: 'trame',
  variablePrefix: '--shiki-',
  fontStyle: false,
});

/** Colours of the theme are variables that follow light and dark: `tokens.css` has their values. */
const TOKEN_COLOUR = /color:var\(--shiki-token-([\w-]+)\)/;

const classesForStyles: ShikiTransformer = {
  name: 'trame-classes',
  pre(node) {
    // Long lines scroll: the keyboard must reach them.
    node.properties = { class: 'code', tabindex: '0' };
  },
  line(node) {
    node.children = mergeTexts(node.children);
  },
  span(node) {
    const token = TOKEN_COLOUR.exec(attributeText(node.properties.style))?.[1];
    node.properties = token === undefined ? {} : { class: `tk-${token}` };
  },
};

/** Tokens in the colour of plain text need no element of their own: half the weight of the markup. */
function mergeTexts(children: readonly ElementContent[]): ElementContent[] {
  const merged: ElementContent[] = [];
  for (const child of children) {
    const plain = child.type === 'element' && child.properties.class === undefined;
    for (const node of plain ? child.children : [child]) {
      const last = merged.at(-1);
      if (node.type === 'text' && last?.type === 'text') last.value += node.value;
      else merged.push(node.type === 'text' ? { ...node } : node);
    }
  }
  return merged;
}

let shared: Promise<HighlighterGeneric<BundledLanguage, never>> | undefined;

const isBundled = (language: string): language is BundledLanguage => language in bundledLanguages;

const PLAIN = new Set(['', 'text', 'txt', 'plain']);

/** Whether Shiki has a grammar for `language` (or needs none). */
export const knowsLanguage = (language: string): boolean =>
  PLAIN.has(language) || isBundled(language);

/**
 * Highlights one block.
 *
 * @returns `<pre class="code">` whose lines are `<span class="line">`
 */
export async function highlightCode(code: string, language: string): Promise<Element> {
  shared ??= createHighlighter({
    themes: [THEME],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  }) as Promise<HighlighterGeneric<BundledLanguage, never>>;
  const highlighter = await shared;
  if (isBundled(language)) await highlighter.loadLanguage(language);
  const root = highlighter.codeToHast(code, {
    lang: isBundled(language) ? language : 'text',
    theme: THEME,
    // By default a line that takes half a second (a busy machine, a cold grammar) loses its colours.
    tokenizeTimeLimit: 0,
    transformers: [classesForStyles],
  });
  const [pre] = root.children;
  if (pre?.type !== 'element') throw new TypeError('Shiki returned no <pre>');
  return pre;
}
