// Turns the dialect's Markdown files into a Deck: the one place where its eight rules meet.
import { DeckError } from './deck.ts';
import type { Chapter, Deck, DeckFile, DeckWarning, Slide } from './deck.ts';
import { blankCode } from './fences.ts';
import * as messages from './messages.ts';
import { isPageClass, readCommentAttributes } from './slide-attributes.ts';
import { createIdRegistry, defaultTitle, readHeading, slugOf } from './slide-title.ts';
import { splitSlides } from './split-slides.ts';
import type { RawSlide } from './split-slides.ts';
import { resolveSlideLinks } from './toc-links.ts';

export type ParseOptions = {
  /** Refuses a deck that has any warning. */
  readonly strict?: boolean;
};

type Report = (line: number, message: string) => void;

/**
 * Parses a deck's files, in the order of `slides.json`.
 *
 * @throws DeckError `DECK_STRICT` in strict mode, when there is anything to warn about
 */
export function parseDeck(files: readonly DeckFile[], options: ParseOptions = {}): Deck {
  const warnings: DeckWarning[] = [];
  const giveId = createIdRegistry();
  const chapters: Chapter[] = [];

  for (const { path, text } of files) {
    const report: Report = (line, message) => warnings.push({ file: path, line, message });
    const split = splitSlides(text);
    for (const line of split.unclosedFences) report(line, messages.unclosedFence());
    for (const line of split.wideGaps) report(line, messages.wideGap());
    for (const line of split.falseGaps) report(line, messages.falseGap());
    for (const rawSlides of split.chapters) {
      // Two `---` in a row, or one at an end of the file, separate nothing.
      if (rawSlides.length === 0 && split.chapters.length > 1) continue;
      chapters.push(readChapter(rawSlides, { path, index: chapters.length, giveId, report }));
    }
  }

  const linked = resolveSlideLinks(chapters, (slide, target, line) => {
    warnings.push({ file: slide.file, line, message: messages.absentSlide(target) });
  });
  warnings.sort(byFileAndLine(files));
  if (options.strict === true && warnings.length > 0) {
    throw new DeckError('DECK_STRICT', messages.strictFailure(warnings));
  }
  return { chapters: linked, warnings };
}

/** The order in which an author goes through them. */
const byFileAndLine = (files: readonly DeckFile[]) => {
  const rank = new Map(files.map(({ path }, index) => [path, index]));
  return (a: DeckWarning, b: DeckWarning): number =>
    (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.line - b.line;
};

type ChapterContext = {
  readonly path: string;
  readonly index: number;
  readonly giveId: (wanted: string) => string;
  readonly report: Report;
};

function readChapter(rawSlides: readonly RawSlide[], context: ChapterContext): Chapter {
  const { path, index, report } = context;
  const slides: Slide[] = [];
  for (const raw of rawSlides.flatMap((slide) => separatePages(slide, report))) {
    const slide = readSlide(raw, slides.length, context);
    if (slide !== undefined) {
      slides.push(slide);
      continue;
    }
    if (raw.notes === '') continue;
    const previous = slides.pop();
    if (previous === undefined) {
      report(raw.line, messages.notesLost());
    } else {
      report(raw.line, messages.notesAlone());
      slides.push({ ...previous, notes: `${previous.notes}\n\n${raw.notes}`.trim() });
    }
  }
  if (slides.length === 0) report(1, messages.emptyChapter());
  const title = slides[0]?.title ?? path.replace(/^.*\/|\.md$/g, '');
  return { index, title, file: path, slides };
}

const SLIDE_COMMENT = /<!--\s*\.slide:([\s\S]*?)-->/g;

type SlideComment = { readonly start: number; readonly end: number; readonly source: string };

/** The `.slide` comments that are not quoted in code, in order. */
function findSlideComments(content: string): SlideComment[] {
  return [...blankCode(content).matchAll(SLIDE_COMMENT)].map((match) => {
    const end = match.index + match[0].length;
    return { start: match.index, end, source: match[1] ?? '' };
  });
}

const hasPageClass = (comment: SlideComment): boolean =>
  readCommentAttributes(comment.source).classes.some(isPageClass);

/** Two `page-*` comments in a row are two slides; the notes are the last one's. */
function separatePages(raw: RawSlide, report: Report): RawSlide[] {
  const comments = findSlideComments(raw.content);
  const cuts = comments.flatMap((comment, index) => {
    const previous = comments[index - 1];
    if (previous === undefined || !hasPageClass(previous) || !hasPageClass(comment)) return [];
    return raw.content.slice(previous.end, comment.start).trim() === '' ? [comment.start] : [];
  });
  const lineAt = (offset: number): number =>
    raw.line + raw.content.slice(0, offset).split('\n').length - 1;
  for (const cut of cuts) report(lineAt(cut), messages.pagesInARow());
  const starts = [0, ...cuts];
  return starts.map((start, index) => ({
    content: raw.content.slice(start, starts[index + 1]).trimEnd(),
    notes: index === cuts.length ? raw.notes : '',
    notesLine: raw.notesLine,
    line: lineAt(start),
  }));
}

/** Reads one slide; undefined where nothing would be shown (comments and blanks only). */
function readSlide(raw: RawSlide, index: number, context: ChapterContext): Slide | undefined {
  const { path, giveId, report } = context;
  const comments = findSlideComments(raw.content);
  const read = readCommentAttributes(comments.map(({ source }) => source).join(' '));
  for (const name of read.refused) report(raw.line, messages.refusedAttribute(name));

  let markdown = raw.content;
  for (const { start, end } of comments.toReversed()) {
    // Its line ends stay: what follows keeps its line.
    const lines = markdown.slice(start, end).replace(/[^\n]/g, '');
    markdown = markdown.slice(0, start) + lines + markdown.slice(end);
  }
  const blank = /^(?:[ \t]*\n)*/.exec(markdown)?.[0] ?? '';
  markdown = markdown.slice(blank.length).trimEnd();

  const shown = markdown.replace(/<!--[\s\S]*?-->/g, '').trim() !== '';
  const { id: wantedId, ...attributes } = read.attributes;
  if (!shown && read.classes.length === 0 && Object.keys(attributes).length === 0) return undefined;

  const pages = read.classes.filter(isPageClass);
  const page = pages.at(-1);
  if (page !== undefined && pages.length > 1) {
    report(raw.line, messages.severalPageClasses(page));
  }
  const title = readHeading(markdown) || defaultTitle(read.classes, attributes);
  const id = giveId(wantedId ?? slugOf(title));
  if (wantedId !== undefined && id !== wantedId) report(raw.line, messages.repeatedId(wantedId));
  return {
    title,
    id,
    index,
    attributes,
    classes: read.classes.filter((name) => !isPageClass(name) || name === page),
    markdown,
    notes: raw.notes,
    file: path,
    line: raw.line,
    markdownLine: raw.line + blank.split('\n').length - 1,
    notesLine: raw.notesLine,
  };
}
