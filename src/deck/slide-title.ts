// Finds a slide's title in plain text, and the identifier that its deep link is made of.
import { typeset } from '../i18n/french-typography.ts';
import { blankCode } from './fences.ts';
import { TITLE_OF_CLASS, UNTITLED } from './messages.ts';

const ATX_HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/m;

/** The first heading's text without its Markdown; empty where there is no heading. */
export function readHeading(markdown: string): string {
  // Only fences and spans are blanked, so a heading that quotes code is read from the original.
  const found = ATX_HEADING.exec(blankCode(markdown));
  if (found === null) return '';
  const line = markdown.slice(found.index, found.index + found[0].length);
  const heading = (ATX_HEADING.exec(line)?.[1] ?? '').trim();
  // What backquotes hold is code, and stays as it is.
  return plainText(
    heading
      .split(/(`+[^`]*`+)/)
      .map((part) => (part.startsWith('`') ? part : typeset(part)))
      .join(''),
  );
}

function plainText(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`+)/g, '')
    .replace(/(^|\W)[*_](\S.*?\S|\S)[*_](?=\W|$)/g, '$1$2')
    .replace(/\\([\\`*_{}[\]()#+.!~-])/g, '$1')
    .trim();
}

/** The title of a slide that has none of its own, after its class and `data-label`. */
export function defaultTitle(
  classes: readonly string[],
  attributes: Readonly<Record<string, string>>,
): string {
  for (const name of classes) {
    if (name === 'page-questions') return TITLE_OF_CLASS.questions;
    if (name === 'page-demo') return TITLE_OF_CLASS.demo;
    const lab = /^page-tp(\d*)$/.exec(name);
    if (lab !== null) {
      const label = attributes['data-label'];
      if (label !== undefined && label !== '') return label;
      return `${TITLE_OF_CLASS.lab} ${lab[1] ?? ''}`.trim();
    }
  }
  return UNTITLED;
}

/** ASCII words joined by hyphens: « L’API : états » gives `l-api-etats`. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  // reveal.js reads a hash that begins with a number as a pair of indices.
  return /^[0-9]/.test(slug) || slug === '' ? `diapo-${slug}`.replace(/-$/, '') : slug;
}

/** Gives each identifier once: `plan`, `plan-2`, `plan-3`. */
export function createIdRegistry(): (wanted: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    while (taken.has(id)) {
      const number = (next.get(wanted) ?? 1) + 1;
      next.set(wanted, number);
      id = `${wanted}-${number}`;
    }
    taken.add(id);
    return id;
  };
}
