// `<lab-page>`: one step on the screen. It makes what the parts share, then gives each part its behaviour.
import { CodePane } from './code-pane.ts';
import { preloadEditor } from './code-editor.ts';
import { find } from './element.ts';
import { connectFileReset } from './file-reset.ts';
import { connectHints } from './hints-progress.ts';
import { connectKeyRow } from './key-row.ts';
import type { LabContext, LabPart } from './lab-context.ts';
import { connectDrawer } from './lab-drawer.ts';
import { NoticeBar } from './notice-bar.ts';
import { LabResults } from './results-view.ts';
import { connectRunControls } from './run-controls.ts';
import { RunCycle } from './run-cycle.ts';
import { createRunState } from './run-state.ts';
import { readStepPage } from './step-page.ts';
import { StepRunner } from './step-runner.ts';
import { followTouchKeyboard } from './touch-keyboard.ts';
import { ViewSwitch } from './view-switch.ts';

/**
 * Everything that a step's page does, one line each. A new part is a function of `LabContext` in a file of its own,
 * and, if it shows something, an element in a slot of `LabStep.astro`.
 */
const PARTS: readonly LabPart[] = [
  showResults,
  connectRunControls,
  connectHints,
  connectDrawer,
  connectFileReset,
  connectKeyRow,
];

export class LabPage extends HTMLElement {
  #left = new AbortController();

  connectedCallback(): void {
    const page = readStepPage(this);
    const notice = find(this, 'notice-bar', NoticeBar);
    const views = new ViewSwitch(this, page.number);
    const code = new CodePane({ root: this, page, views, notice });
    const run = createRunState();
    const runner = new StepRunner(page.number, page.folder);
    const cycle = new RunCycle({ page, code, run, runner });
    const left = this.#left.signal;
    const lab: LabContext = { root: this, page, run, cycle, code, views, notice, left };
    for (const part of PARTS) part(lab);
    addEventListener('pagehide', () => {
      views.keep(code.editor.scrollOffset);
    });
    followTouchKeyboard(this);
    this.#prepareWhenIdle(runner, code);
  }

  /** Fetched while nobody waits, and kept: after that the server may go. */
  #prepareWhenIdle(runner: StepRunner, { editor }: CodePane): void {
    void preloadEditor();
    const prepare = (): void => {
      // A failure here is said when the student presses « Exécuter », which tries again.
      runner.prepare().catch(() => undefined);
    };
    editor.addEventListener('focusin', prepare, { once: true });
    if ('requestIdleCallback' in globalThis) requestIdleCallback(prepare, { timeout: 2000 });
    else setTimeout(prepare, 200);
  }
}

function showResults({ root, run, page, code }: LabContext): void {
  find(root, 'lab-results', LabResults).follow(run, page.files[0] ?? '', (location) => {
    code.goTo(location);
  });
}
