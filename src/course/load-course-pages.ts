// Reads the slides from disk and makes the reader's chapters of them: once for each build, whatever the number of pages.
import path from 'node:path';
import { allSteps, loadCourse, stepsBySlide, type Step } from '../catalog/index.ts';
import { loadDeck } from '../deck/load-deck.ts';
import type { Embeds } from '../deck/embeds.ts';
import { renderDeck } from '../deck/render-deck.ts';
import { loadGlossary } from './glossary/glossary.ts';
import { linkChapter } from './glossary/link-terms.ts';
import { readCourse, type CourseChapter } from './course-chapter.ts';

export type CoursePages = {
  readonly chapters: readonly CourseChapter[];
  /** By slide id, the steps of the labs that put it to work. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
};

let built: Promise<CoursePages> | undefined;

/**
 * @param root where `slides/` is
 * @param embeds what fills the custom elements of the slides
 */
export async function loadCoursePages(root: string, embeds: Embeds): Promise<CoursePages> {
  // While one writes, a page shows what is on the disk now; a build reads it once.
  if (!import.meta.env.PROD) return readPages(root, embeds);
  built ??= readPages(root, embeds);
  return built;
}

async function readPages(root: string, embeds: Embeds): Promise<CoursePages> {
  const folder = path.join(root, 'slides');
  const [deck, course, terms] = await Promise.all([
    loadDeck(folder),
    loadCourse(root),
    loadGlossary(folder),
  ]);
  const read = readCourse(await renderDeck(deck, folder, { embeds }));
  const chapters = read.map((chapter) => linkChapter(chapter, terms));
  return { chapters, steps: stepsBySlide(allSteps(course), deck) };
}
