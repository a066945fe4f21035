// The bar above the editor: the step's files, the free trial, and what earlier steps left, one of them open.
import { fr } from '../i18n/fr.ts';
import type { CodePane } from './code-pane.ts';
import type { EarlierFile } from './earlier-files.ts';
import { element, find } from './element.ts';
import type { LabContext } from './lab-context.ts';
import { stepsBefore } from './solved-steps.ts';

export function connectFileTabs(lab: LabContext): void {
  const { root, code } = lab;
  const tabs = [...root.querySelectorAll<HTMLElement>('[data-file]')];
  for (const tab of tabs) {
    tab.addEventListener('click', () => void code.show(tab.dataset.file ?? ''));
  }
  const menu = find(root, '[data-earlier]', HTMLSelectElement);
  menu.addEventListener('change', () => void code.show(menu.value));
  code.opened.subscribe((path) => {
    for (const tab of tabs) {
      if (tab.dataset.file === path) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
    }
    showReadOnly(root, code, path);
  });
  void listWhenFetched(lab, menu);
  // Another tab, or this run, may have passed an earlier step.
  menu.addEventListener('pointerdown', () => void listWhenFetched(lab, menu));
  lab.run.listen(({ status }) => {
    if (status === 'graded') void listWhenFetched(lab, menu);
  });
}

function showReadOnly(root: HTMLElement, code: CodePane, path: string): void {
  const menu = find(root, '[data-earlier]', HTMLSelectElement);
  const isOwn = code.isOwn(path);
  menu.value = isOwn ? '' : path;
  menu.toggleAttribute('data-open', !isOwn);
  find(root, '[data-reset]', HTMLElement).hidden = !isOwn;
}

/** Solutions come with the first run's tools; until then there is nothing to list. */
async function listWhenFetched({ kit, page, code, root }: LabContext, menu: HTMLSelectElement) {
  try {
    const [solved, engine] = await Promise.all([kit.solutions(), kit.engine()]);
    const files = await engine.earlierFiles(stepsBefore(solved, page.number));
    code.earlier = files;
    const placeholder = element('option', { value: '' }, fr.files.earlier);
    menu.replaceChildren(placeholder, ...files.map(option));
    menu.hidden = files.length === 0;
    showReadOnly(root, code, code.opened.get());
  } catch {
    // « Exécuter » says what is missing; this list is a comfort.
    menu.hidden = true;
  }
}

function option({ path, step, from }: EarlierFile): HTMLOptionElement {
  const name = path.split('/').at(-1) ?? path;
  const label = from === 'student' ? fr.files.yours(name, step) : fr.files.solution(name, step);
  return element('option', { value: path }, label);
}
