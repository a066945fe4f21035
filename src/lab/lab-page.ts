// `<lab-page>`: joins the parts of a step's page: the student's files, the editor, a run and what it says.
import type { SourceLocation } from '../evidence/evidence.ts';
import { fr } from '../i18n/fr.ts';
import { CodeEditor, preloadEditor } from './code-editor.ts';
import { find } from './element.ts';
import { LabHints } from './hints-view.ts';
import { LabDrawer } from './lab-drawer.ts';
import { NoticeBar } from './notice-bar.ts';
import { LabResults } from './results-view.ts';
import { countPassed, createRunState, type RunState } from './run-state.ts';
import { forgetReplaced, keepReplaced, readReplaced } from './replaced-work.ts';
import { readStepPage, type StepPage } from './step-page.ts';
import { readProgress, writeLastStep, writeProgress } from './step-progress.ts';
import { StepRunner } from './step-runner.ts';
import { StudentFiles } from './student-files.ts';
import { followTouchKeyboard } from './touch-keyboard.ts';
import { readViewState, VIEWS, writeViewState, type View } from './view-state.ts';

export class LabPage extends HTMLElement {
  readonly #run = createRunState();
  readonly #page: StepPage = readStepPage();
  readonly #runner = new StepRunner(this.#page.number, this.#page.folder);
  #files: StudentFiles | null = null;
  #active = this.#page.files[0] ?? '';

  connectedCallback(): void {
    find(this, 'lab-results', LabResults).follow(this.#run, this.#active, (location) => {
      this.#goTo(location);
    });
    this.#run.listen((state) => {
      this.#showRun(state);
    });
    this.#wireButtons();
    this.#wireViews();
    this.#restoreHints();
    followTouchKeyboard(this);
    void this.#openFiles();
    this.#prepareWhenIdle();
  }

  get #editor() {
    return find(this, 'code-editor', CodeEditor);
  }

  get #notice(): NoticeBar {
    return find(this, 'notice-bar', NoticeBar);
  }

  async #openFiles(): Promise<void> {
    const { starter, files, number } = this.#page;
    this.#files = await StudentFiles.open(starter, files, {
      adopt: (path, text) => {
        if (path === this.#active) this.#editor.adopt(text);
      },
      conflict: (_path, theirs) => {
        this.#offer(theirs);
      },
      failed: () => {
        this.#notice.say(fr.work.failed);
      },
    });
    if (this.#files.kind === 'memory') this.#notice.say(fr.work.memory);
    else find(this, '[data-kept]', HTMLElement).hidden = false;
    const editor = this.#editor;
    editor.addEventListener('code-change', () => {
      this.#files?.change(this.#active, editor.text);
      writeLastStep(this.#page);
    });
    editor.addEventListener('code-run', () => void this.run());
    await editor.open(this.#active.split('/').at(-1) ?? '', this.#files.text(this.#active));
    editor.scrollOffset = readViewState(number)?.scroll.code ?? 0;
    this.#offerReplaced();
  }

  /** Two tabs wrote at once: this one's text is kept, the other's is one press away. */
  #offer(theirs: string): void {
    this.#notice.say(fr.work.conflict, [
      {
        label: fr.work.takeTheirs,
        act: () => {
          this.#editor.replace(theirs);
        },
      },
      { label: fr.work.dismiss, act: () => undefined },
    ]);
  }

  #wireButtons(): void {
    const press = (selector: string, act: (button: HTMLElement) => void): void => {
      for (const button of this.querySelectorAll<HTMLElement>(selector)) {
        button.addEventListener('click', () => {
          act(button);
        });
      }
    };
    press('[data-run]', () => void this.run());
    press('[data-reset]', () => {
      this.#reset();
    });
    press('[data-drawer]', (button) => {
      find(this, 'lab-drawer', LabDrawer).toggle(button);
    });
    press('[data-type]', (button) => {
      this.#editor.type(button.dataset.type ?? '');
    });
    press('[data-undo]', () => {
      this.#editor.undo();
    });
    for (const key of this.querySelectorAll('[data-type], [data-undo]')) {
      // The editor keeps the focus, and the phone its keyboard.
      key.addEventListener('pointerdown', (event) => {
        event.preventDefault();
      });
    }
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented) return;
      event.preventDefault();
      void this.run();
    });
  }

  #wireViews(): void {
    const kept = readViewState(this.#page.number);
    this.#show(kept?.view ?? 'instructions');
    for (const view of VIEWS) {
      find(this, `[data-show=${view}]`, HTMLElement).addEventListener('click', () => {
        this.#show(view);
      });
    }
    const instructions = find(this, '.instructions', HTMLElement);
    const results = find(this, '.verdicts', HTMLElement);
    instructions.scrollTop = kept?.scroll.instructions ?? 0;
    addEventListener('pagehide', () => {
      writeViewState(this.#page.number, {
        view: this.#view,
        scroll: {
          instructions: instructions.scrollTop,
          code: this.#editor.scrollOffset,
          result: results.scrollTop,
        },
      });
    });
  }

  get #view(): View {
    return VIEWS.find((view) => view === this.dataset.view) ?? 'instructions';
  }

  #show(view: View): void {
    this.dataset.view = view;
    for (const button of this.querySelectorAll<HTMLElement>('[data-show]')) {
      if (button.dataset.show === view) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  #restoreHints(): void {
    const { failedAttempts, hintsOpened, passed } = readProgress(this.#page.number);
    const hints = find(this, 'lab-hints', LabHints);
    hints.restore(hintsOpened, failedAttempts);
    find(this, '[data-passed]', HTMLElement).hidden = !passed;
    find(this, '.whats-next', HTMLElement).hidden = !passed;
    hints.addEventListener('hint-open', () => {
      this.#keepProgress({ hintsOpened: hints.opened });
    });
  }

  #keepProgress(change: Partial<ReturnType<typeof readProgress>>): void {
    const { number } = this.#page;
    writeProgress(number, { ...readProgress(number), ...change });
  }

  /** Fetched while nobody waits, and kept: after that the server may go. */
  #prepareWhenIdle(): void {
    void preloadEditor();
    const prepare = (): void => {
      // A failure here is said when the student presses « Exécuter », which tries again.
      this.#runner.prepare().catch(() => undefined);
    };
    this.#editor.addEventListener('focusin', prepare, { once: true });
    if ('requestIdleCallback' in globalThis) requestIdleCallback(prepare, { timeout: 2000 });
    else setTimeout(prepare, 200);
  }

  async run(): Promise<void> {
    if (this.#run.get().status === 'running' || this.#files === null) return;
    this.#run.set({ status: 'running' });
    const pressed = performance.now();
    try {
      const { report, console } = await this.#runner.run(this.#files.sources);
      const milliseconds = performance.now() - pressed;
      this.#run.set({ status: 'graded', report, console, milliseconds });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#run.set({ status: 'unavailable', reason });
    }
  }

  #showRun(state: RunState): void {
    const busy = state.status === 'running';
    for (const button of this.querySelectorAll('[data-run]')) {
      // Not `disabled`: it would lose the focus of whoever pressed it.
      button.setAttribute('aria-disabled', String(busy));
      button.textContent = busy ? fr.lab.runningShort : fr.lab.run;
    }
    if (busy) this.#show('result');
    if (state.status !== 'graded') return;
    const { passed, total } = countPassed(state.report);
    find(this, '[data-show=result]', HTMLElement).textContent = fr.lab.resultCount(passed, total);
    writeLastStep(this.#page);
    if (state.report.status === 'pass') {
      this.#keepProgress({ passed: true });
      forgetReplaced(this.#active);
      find(this, '[data-passed]', HTMLElement).hidden = false;
    } else {
      const { failedAttempts } = readProgress(this.#page.number);
      this.#keepProgress({ failedAttempts: failedAttempts + 1 });
      find(this, 'lab-hints', LabHints).attemptFailed();
    }
  }

  get #starter(): string {
    return this.#page.starter[this.#active] ?? '';
  }

  #reset(): void {
    if (this.#files === null) return;
    const mine = this.#editor.text;
    if (mine === this.#starter) {
      // Nothing to replace; an offer that stands stays.
      if (this.#notice.childElementCount === 0) this.#notice.say(fr.lab.resetDone);
      this.#offerReplaced();
      return;
    }
    keepReplaced(this.#active, mine);
    this.#editor.replace(this.#starter);
    this.#offerBack(mine);
  }

  /** A reset before the page was last left can still be taken back. */
  #offerReplaced(): void {
    const mine = readReplaced(this.#active);
    if (mine !== null && this.#editor.text === this.#starter) this.#offerBack(mine);
  }

  #offerBack(mine: string): void {
    this.#notice.say(fr.lab.resetDone, [
      {
        label: fr.lab.undoReset,
        act: () => {
          this.#editor.replace(mine);
          forgetReplaced(this.#active);
        },
      },
    ]);
  }

  #goTo(location: SourceLocation): void {
    if (location.file !== this.#active) return;
    this.#show('code');
    this.#editor.goTo(location.line, location.column);
  }
}
