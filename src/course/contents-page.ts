// Shows, in the contents, how far one has read; « oublier » takes it back to nothing.
import { courseWords } from '../i18n/course.ts';
import { forgetProgress, recallProgress } from './reading-progress.ts';
import { showPlace } from './resume-place.ts';

const words = courseWords.progress;
const { last, read } = recallProgress();

for (const item of document.querySelectorAll<HTMLElement>('[data-progress]')) {
  const sections = read[item.dataset.progress ?? ''] ?? [];
  const links = [...item.querySelectorAll<HTMLElement>('[data-toc]')];
  const seen = links.filter(({ dataset }) => sections.includes(dataset.toc ?? ''));
  for (const link of seen) link.dataset.read = '';
  const count = item.querySelector<HTMLElement>('[data-count]');
  if (count === null || seen.length === 0) continue;
  const isWhole = seen.length === links.length;
  count.textContent = isWhole ? words.read : words.sections(seen.length, links.length);
  count.hidden = false;
  if (isWhole) item.dataset.whole = '';
}

const resume = document.querySelector<HTMLElement>('[data-resume]');
if (last !== null) showPlace(resume, last);

const forget = document.querySelector<HTMLButtonElement>('[data-forget]');
if (forget !== null && (last !== null || Object.keys(read).length > 0)) {
  forget.hidden = false;
  forget.addEventListener('click', () => {
    forgetProgress();
    if (resume !== null) resume.hidden = true;
    for (const shown of document.querySelectorAll<HTMLElement>('[data-count]')) shown.hidden = true;
    for (const one of document.querySelectorAll<HTMLElement>('[data-read], [data-whole]')) {
      delete one.dataset.read;
      delete one.dataset.whole;
    }
    const told = document.querySelector<HTMLElement>('[data-forgotten]');
    if (told !== null) {
      told.textContent = words.forgotten;
      told.tabIndex = -1;
      told.focus();
    }
    forget.hidden = true;
  });
}
