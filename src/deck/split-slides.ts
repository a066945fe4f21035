// Cuts a Markdown file into chapters and slides, by the separators of the trainers' dialect.
import { mapFences, NOTES_MARKER } from './fences.ts';

/** A slide's text as it stands in the file, its notes set apart. */
export type RawSlide = {
  readonly content: string;
  readonly notes: string;
  /** One-based line of the first line of `content`, and of `notes`. */
  readonly line: number;
  readonly notesLine: number;
};

export type SplitFile = {
  /** One list of slides for each chapter; lines `---` make several in one file. */
  readonly chapters: readonly (readonly RawSlide[])[];
  /** One-based lines of the code fences that never close. */
  readonly unclosedFences: readonly number[];
  /** Where six lines or more are blank between two slides: old engines made an empty slide there. */
  readonly wideGaps: readonly number[];
  /** Where three lines look blank and separate nothing, because one of them holds spaces. */
  readonly falseGaps: readonly number[];
};

const BLANK_LINES_BETWEEN_SLIDES = 3;
const BLANK_LINES_OF_AN_EMPTY_SLIDE = 6;

/**
 * Cuts where three lines or more are blank, and at `---` alone; never inside a code fence, and
 * never into an empty slide however many blank lines there are.
 */
export function splitSlides(text: string): SplitFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const { fenced, unclosed } = mapFences(lines);
  const chapters: RawSlide[][] = [[]];
  let start = 0;
  let blank = 0;

  const cut = (end: number): void => {
    const slide = readSlide(lines, fenced, start, end);
    if (slide !== undefined) chapters.at(-1)?.push(slide);
  };

  lines.forEach((line, index) => {
    if (fenced[index] !== true && line.trimEnd() === '---') {
      cut(index);
      chapters.push([]);
      start = index + 1;
    } else if (fenced[index] !== true && line !== '' && blank >= BLANK_LINES_BETWEEN_SLIDES) {
      cut(index);
      start = index;
    } else if (fenced[index] === true && fenced[index - 1] !== true) {
      // The line that opens a fence is fenced itself, and may still begin a slide.
      if (blank >= BLANK_LINES_BETWEEN_SLIDES) {
        cut(index);
        start = index;
      }
    }
    blank = line === '' && fenced[index] !== true ? blank + 1 : 0;
  });
  cut(lines.length);
  const gaps = findGaps(lines, fenced);
  return {
    chapters,
    unclosedFences: unclosed.map((index) => index + 1),
    wideGaps: gaps.filter(({ blank }) => blank >= BLANK_LINES_OF_AN_EMPTY_SLIDE).map(lineOf),
    falseGaps: gaps
      .filter(
        ({ looks, blank }) =>
          looks >= BLANK_LINES_BETWEEN_SLIDES && blank < BLANK_LINES_BETWEEN_SLIDES,
      )
      .map(lineOf),
  };
}

type Gap = {
  readonly start: number;
  /** How many lines look blank, and how many of them in a row truly are. */
  readonly looks: number;
  readonly blank: number;
};

const lineOf = ({ start }: Gap): number => start + 1;

/** The runs of lines that look blank, between two lines that do not; code fences excepted. */
function findGaps(lines: readonly string[], fenced: readonly boolean[]): Gap[] {
  const gaps: Gap[] = [];
  let start = -1;
  let blank = 0;
  let widest = 0;
  lines.forEach((line, index) => {
    if (fenced[index] === true || line.trim() !== '') {
      const looks = index - start;
      if (start > 0 && looks > 0) gaps.push({ start, looks, blank: widest });
      start = index + 1;
      blank = 0;
      widest = 0;
      return;
    }
    if (start === -1) return;
    blank = line === '' ? blank + 1 : 0;
    widest = Math.max(widest, blank);
  });
  return gaps;
}

/** Reads the lines from `start` up to `end`; undefined where nothing but blanks is there. */
function readSlide(
  lines: readonly string[],
  fenced: readonly boolean[],
  start: number,
  end: number,
): RawSlide | undefined {
  let first = start;
  while (first < end && (lines[first] ?? '').trim() === '') first += 1;
  if (first === end) return undefined;

  let marker = first;
  while (marker < end && !(fenced[marker] !== true && NOTES_MARKER.test(lines[marker] ?? '')))
    marker += 1;

  const notes = lines
    .slice(marker, end)
    .map((line, offset) =>
      fenced[marker + offset] === true ? line : line.replace(NOTES_MARKER, ''),
    )
    .join('\n');
  const blank = /^(?:[ \t]*\n)*/.exec(notes)?.[0] ?? '';
  return {
    content: lines.slice(first, marker).join('\n').trimEnd(),
    notes: notes.trim(),
    line: first + 1,
    notesLine: marker + blank.split('\n').length,
  };
}
