// On the pages that list steps, marks those that this browser has seen pass.
import { find } from './element.ts';
import { readProgress } from './step-progress.ts';

for (const item of document.querySelectorAll<HTMLElement>('[data-step]')) {
  const { passed } = readProgress(item.dataset.step ?? '');
  find(item, '.outline-passed', HTMLElement).hidden = !passed;
}
