// A slide and its notes as a section of an article: the explanation, what shows it, the trap, the question.
import { readNotes, type NotePart } from '../deck/notes.ts';
import type { RenderedSlide } from '../deck/render-deck.ts';
import { isElement } from '../deck/hast-tree.ts';
import { isPageClass } from '../deck/slide-attributes.ts';
import { isBlank, parseFragment, writeChildren, writeNodes } from '../deck/reader-tree.ts';
import { typeset } from '../i18n/french-typography.ts';
import { readProse, readSlideContent } from './slide-content.ts';
import type { ContentContext } from './slide-content.ts';

export type CourseQuestion = {
  /** Phrasing content: it stands in a `<summary>`. */
  readonly question: string;
  /** Empty where the author gave none. */
  readonly answer: string;
};

export type CourseSection = {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly titleHtml: string;
  /** The first of its chapter stands under the chapter's title; a pause is a `page-*` slide. */
  readonly role: 'opener' | 'section' | 'pause';
  /** Has the title of the section before it. */
  readonly continued: boolean;
  /** HTML, as all that follows; empty where there is none. The explanation comes first. */
  readonly prose: string;
  /** The slide itself: code, tables, drawings, demos, points to remember. */
  readonly content: string;
  readonly deeper: string;
  readonly traps: readonly string[];
  readonly questions: readonly CourseQuestion[];
  /** What it corrects: `E5.1`. */
  readonly errata: readonly string[];
};

export type SectionOptions = Pick<ContentContext, 'addresses'> & {
  readonly role: CourseSection['role'];
  readonly continued: boolean;
};

export function readSection(slide: RenderedSlide, options: SectionOptions): CourseSection {
  const context = { title: typeset(slide.title), addresses: options.addresses };
  const { titleHtml, html } = readSlideContent(slide.html, context);
  const notes = readNotes(slide.notesHtml).map((part) => ({
    ...part,
    html: readProse(part.html, context),
  }));
  const join = (...kinds: readonly NotePart['kind'][]): string =>
    notes
      .filter(({ kind }) => kinds.includes(kind))
      .map((part) => part.html)
      .join('\n');
  return {
    id: slide.id,
    title: typeset(slide.title),
    titleHtml: titleHtml === '' ? escapeText(typeset(slide.title)) : titleHtml,
    role: options.role,
    continued: options.continued,
    prose: join('plain', 'say'),
    content: html,
    deeper: join('deeper'),
    traps: notes.filter(({ kind }) => kind === 'trap').map((part) => part.html),
    questions: readQuestions(notes),
    errata: readErrata(slide.attributes['data-errata'] ?? ''),
  };
}

export const isPause = ({ classes }: Pick<RenderedSlide, 'classes'>): boolean =>
  classes.some(isPageClass);

const escapeText = (text: string): string => writeNodes([{ type: 'text', value: text }]);

/** Each question with the answer that follows it. */
function readQuestions(notes: readonly NotePart[]): readonly CourseQuestion[] {
  return notes.flatMap((part, index) => {
    if (part.kind !== 'ask') return [];
    const { question, rest } = splitFirstParagraph(part.html);
    const next = notes[index + 1];
    const answer = next?.kind === 'answer' ? next.html : '';
    return [{ question, answer: [rest, answer].filter(Boolean).join('\n') }];
  });
}

function splitFirstParagraph(html: string): { readonly question: string; readonly rest: string } {
  const [first, ...others] = parseFragment(html).children.filter((child) => !isBlank(child));
  if (first === undefined) return { question: '', rest: '' };
  if (!isElement(first, 'p')) return { question: '', rest: html };
  return { question: writeChildren(first), rest: writeNodes(others).trim() };
}

/** What has not the form of an entry is none. */
const readErrata = (list: string): readonly string[] =>
  list.split(/[\s,]+/).filter((name) => /^E\d+\.\d+$/i.test(name));
