// Links the first mention of each term in a chapter to its definition, at build, and tells where each term is explained.
import type { ElementContent, Root, Text } from 'hast';
import { isElement } from '../../deck/hast-tree.ts';
import { element, parseFragment, writeChildren } from '../../deck/reader-tree.ts';
import type { CourseChapter } from '../course-chapter.ts';
import type { CourseSection } from '../section.ts';
import { GLOSSARY_ADDRESS } from './glossary.ts';
import type { GlossaryTerm } from './glossary.ts';

/** Where a link would be lost, nested, or take a word that is not prose. */
const CLOSED = new Set(
  'a code pre kbd samp svg table h1 h2 h3 h4 h5 h6 figcaption summary button label script style'.split(
    ' ',
  ),
);

/** Finds the first form of a term; a plural is still the term. */
function patternOf(forms: readonly string[]): RegExp {
  const alternatives = forms.map((form) =>
    form
      .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
      .replace(/['’]/g, "['’]")
      .replace(/\s+/g, String.raw`(?:s?[\s\u00a0\u202f]+)`),
  );
  // An acronym is itself only in capitals: « fin » is no FIN bit.
  const flags = forms.some((form) => /^\p{Lu}{2,}\d?$/u.test(form)) ? 'u' : 'iu';
  return new RegExp(
    String.raw`(?<![\p{L}\d_-])(?:${alternatives.join('|')})[sx]?(?![\p{L}\d_-])`,
    flags,
  );
}

export type TermLinker = (html: string) => string;

/** A linker for one chapter: what it has linked once it does not link again. */
export function createTermLinker(terms: readonly GlossaryTerm[]): TermLinker {
  const waiting = new Map(
    terms.filter(({ linked }) => linked).map((term) => [term, patternOf(term.forms)] as const),
  );
  return (html) => {
    if (html === '' || waiting.size === 0) return html;
    const root = parseFragment(html);
    linkIn(root, waiting);
    return writeChildren(root).trim();
  };
}

type Waiting = Map<GlossaryTerm, RegExp>;

function linkIn(parent: Root | Extract<ElementContent, { type: 'element' }>, waiting: Waiting) {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return linkText(child, waiting);
    if (isElement(child) && !CLOSED.has(child.tagName) && !child.tagName.includes('-')) {
      linkIn(child, waiting);
    }
    // Comments and elements of a fragment: what an element may hold.
    return [child as ElementContent];
  });
}

/** The earliest mention in a piece of text becomes a link; what follows it is looked at again. */
function linkText(text: Text, waiting: Waiting): ElementContent[] {
  let first: {
    readonly term: GlossaryTerm;
    readonly index: number;
    readonly found: string;
  } | null = null;
  for (const [term, pattern] of waiting) {
    const match = pattern.exec(text.value);
    if (match === null) continue;
    const [found] = match;
    const isEarlier = first === null || match.index < first.index;
    const isLonger = first?.index === match.index && found.length > first.found.length;
    if (isEarlier || isLonger) first = { term, index: match.index, found };
  }
  if (first === null) return [text];
  waiting.delete(first.term);
  const end = first.index + first.found.length;
  const link = element(
    'a',
    { className: ['course-term'], href: `${GLOSSARY_ADDRESS}#${first.term.id}` },
    [{ type: 'text', value: first.found }],
  );
  const before: ElementContent[] =
    first.index === 0 ? [] : [{ type: 'text', value: text.value.slice(0, first.index) }];
  return [...before, link, ...linkText({ ...text, value: text.value.slice(end) }, waiting)];
}

/** The chapter with the first mention of each term linked, in the order in which it is read. */
export function linkChapter(chapter: CourseChapter, terms: readonly GlossaryTerm[]): CourseChapter {
  const link = createTermLinker(terms);
  const sections = chapter.sections.map((section): CourseSection => {
    const lead = section.role === 'opener' ? section.content : '';
    const linkedLead = link(lead);
    const prose = link(section.prose);
    const content = section.role === 'opener' ? linkedLead : link(section.content);
    const deeper = link(section.deeper);
    const traps = section.traps.map(link);
    const questions = section.questions.map(({ question, answer }) => ({
      question,
      answer: link(answer),
    }));
    return { ...section, prose, content, deeper, traps, questions };
  });
  return { ...chapter, sections };
}

/** By term id, where it is explained: the first section that names it in its title, else in its text. */
export function explainedAt(
  chapters: readonly CourseChapter[],
  terms: readonly GlossaryTerm[],
): ReadonlyMap<string, { readonly title: string; readonly address: string }> {
  const places = chapters.flatMap(({ address, sections }) =>
    sections.map((section) => ({
      title: section.title,
      address: `${address}#${section.id}`,
      isOpener: section.role === 'opener',
      text: [section.prose, section.content, section.deeper].join(' ').replace(/<[^>]*>/g, ''),
    })),
  );
  return new Map(
    terms.flatMap((term) => {
      const pattern = patternOf(term.forms);
      const place =
        places.find(({ title, isOpener }) => !isOpener && pattern.test(title)) ??
        places.find(({ text, isOpener }) => !isOpener && pattern.test(text));
      return place === undefined ? [] : [[term.id, place] as const];
    }),
  );
}
