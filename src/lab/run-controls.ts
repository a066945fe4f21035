// « Exécuter », by its buttons and by the keyboard, and what the page around them shows of a run.
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';
import { countPassed, type RunState } from './run-state.ts';
import { readProgress } from './step-progress.ts';

export function connectRunControls(lab: LabContext): void {
  const start = (): void => void lab.cycle.start();
  for (const button of lab.root.querySelectorAll('[data-run]')) {
    button.addEventListener('click', start);
  }
  lab.code.editor.addEventListener('code-run', start);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented) return;
      event.preventDefault();
      start();
    },
    { signal: lab.left },
  );
  showPassed(lab);
  // A narrow bar scrolls: the step on the screen is the one to see.
  const current = lab.root.querySelector('.lab-steps [aria-current]');
  current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  lab.run.listen((state) => {
    showRun(lab, state);
  });
}

function showRun(lab: LabContext, state: RunState): void {
  const busy = state.status === 'running';
  for (const button of lab.root.querySelectorAll('[data-run]')) {
    // Not `disabled`: it would lose the focus of whoever pressed it.
    button.setAttribute('aria-disabled', String(busy));
    button.textContent = busy ? fr.lab.runningShort : fr.lab.run;
  }
  if (busy) lab.views.show('result');
  if (state.status === 'unavailable' && state.cause === 'newer-site') void offerReload(lab);
  if (state.status !== 'graded') return;
  const { passed, total } = countPassed(state.report);
  const tab = find(lab.root, '[data-show=result]', HTMLElement);
  tab.textContent = fr.lab.resultCount(passed, total);
  showPassed(lab);
}

function showPassed({ root, page }: LabContext): void {
  const { passed } = readProgress(page.number);
  find(root, '[data-passed]', HTMLElement).hidden = !passed;
  find(root, '.whats-next', HTMLElement).hidden = !passed;
}

/** The student chooses the moment, and a browser that keeps nothing is given the time to copy. */
async function offerReload({ code, notice }: LabContext): Promise<void> {
  const { kind } = await code.files;
  const reload = {
    label: fr.work.reload,
    act: () => {
      location.reload();
    },
  };
  if (kind === 'memory') notice.say(fr.work.newerSiteInMemory, [reload]);
  else notice.say(fr.work.newerSite, [reload]);
}
