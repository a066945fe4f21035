// How long a chapter takes to read, in whole minutes: words at a reader's pace, and a while before each figure.
import { textOf } from '../deck/hast-tree.ts';
import { parseFragment } from '../deck/reader-tree.ts';
import type { CourseSection } from './section.ts';

/** Technical French, read to be understood. */
const WORDS_A_MINUTE = 180;
const SECONDS_A_FIGURE = 25;
const SECONDS_A_DEMO = 90;

export function readingMinutes(sections: readonly CourseSection[]): number {
  const seconds = sections.reduce((sum, section) => sum + secondsOf(section), 0);
  return Math.max(1, Math.round(seconds / 60));
}

function secondsOf(section: CourseSection): number {
  const { prose, deeper, traps, questions, content } = section;
  const texts = [
    prose,
    deeper,
    ...traps,
    ...questions.flatMap((one) => [one.question, one.answer]),
  ];
  // What a demo says in its static form is not read word by word.
  const demos = content.match(/<(?:demo-[a-z-]+)\b/g) ?? [];
  const own = content.replace(/<(demo-[a-z-]+)\b[\s\S]*?<\/\1>/g, ' ');
  const figures = own.match(/<(?:pre|table|svg|img)\b/g) ?? [];
  const words = [...texts, own.replace(/<(pre|svg)\b[\s\S]*?<\/\1>/g, ' ')].reduce(
    (sum, html) => sum + countWords(html),
    0,
  );
  return (
    (words / WORDS_A_MINUTE) * 60 +
    figures.length * SECONDS_A_FIGURE +
    demos.length * SECONDS_A_DEMO
  );
}

const countWords = (html: string): number =>
  textOf(parseFragment(html)).match(/[\p{L}\d][^\s]*/gu)?.length ?? 0;
