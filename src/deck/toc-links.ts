// Resolves the dialect's links `#/<chapter>/<slide>` to the identifiers of slides.
import type { Chapter, Slide } from './deck.ts';
import { blankCode } from './fences.ts';

const INDEX_LINK = /\[((?:[^\][]|\[[^\]]*\])*)\]\((#\/(\d+)(?:\/(\d+))?)\)/g;

/**
 * Rewrites each link to a slide of this deck; a link to a chapter or slide that is not there
 * becomes its text, since a deck of one chapter keeps the plan of the whole course.
 */
export function resolveSlideLinks(
  chapters: readonly Chapter[],
  onAbsent: (slide: Slide, target: string, line: number) => void,
): Chapter[] {
  const resolve = (slide: Slide): Slide => {
    const markdown = replaceOutsideCode(slide.markdown, INDEX_LINK, (match, line) => {
      const [, text = '', target = '', chapter, index] = match;
      const found = chapters[Number(chapter)]?.slides[Number(index ?? 0)];
      if (found !== undefined) return `[${text}](#/${found.id})`;
      onAbsent(slide, target, slide.markdownLine + line);
      return text;
    });
    return markdown === slide.markdown ? slide : { ...slide, markdown };
  };
  return chapters.map((chapter) => ({ ...chapter, slides: chapter.slides.map(resolve) }));
}

/** @param replacement is given the zero-based line where the match begins */
function replaceOutsideCode(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray, line: number) => string,
): string {
  if (!text.includes('](#/')) return text;
  let result = '';
  let from = 0;
  for (const blanked of blankCode(text).matchAll(pattern)) {
    // The link's text may quote code: read it again where it really stands.
    const source = text.slice(blanked.index, blanked.index + blanked[0].length);
    const match = new RegExp(pattern.source).exec(source);
    if (match === null) continue;
    result +=
      text.slice(from, blanked.index) +
      replacement(match, text.slice(0, blanked.index).split('\n').length - 1);
    from = blanked.index + source.length;
  }
  return result + text.slice(from);
}
