// « Vous en êtes là »: the line that leads back to the section where one stopped.
import { courseWords } from '../i18n/course.ts';
import type { ReadingProgress } from './reading-progress.ts';

export function showPlace(line: Element | null, place: NonNullable<ReadingProgress['last']>): void {
  const link = line?.querySelector('a') ?? null;
  if (!(line instanceof HTMLElement) || link === null) return;
  link.href = `/cours/${place.chapter}/#${place.section}`;
  link.textContent = courseWords.progress.resume(place.title);
  line.hidden = false;
}
