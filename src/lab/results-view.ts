// `<lab-results>`: what the last run says. Before it the checks are listed, neutral, as the server wrote them.
import { isComplete } from '../grading/report-questions.ts';
import { fr } from '../i18n/fr.ts';
import { showConsole } from './console-view.ts';
import { find } from './element.ts';
import type { RunState, RunStore } from './run-state.ts';
import type { StepPage } from './step-page.ts';
import { statusSentence, verdictItems, type GoTo } from './verdict-view.ts';

type Graded = Extract<RunState, { status: 'graded' }>;

export class LabResults extends HTMLElement {
  follow(run: RunStore, page: StepPage, goTo: GoTo): void {
    run.listen((state) => {
      this.dataset.state = state.status;
      switch (state.status) {
        case 'fresh':
          break;
        case 'running':
          this.#say(fr.verdict.running);
          break;
        case 'unavailable':
          this.#say(fr.verdict.unavailable[state.cause]);
          break;
        case 'graded':
          this.#show(state, page, goTo);
          break;
      }
    });
  }

  #say(sentence: string): void {
    find(this, '[role=status]', HTMLElement).textContent = sentence;
  }

  #show(state: Graded, page: StepPage, goTo: GoTo): void {
    const { report, milliseconds } = state;
    // A step with questions left is neither failed nor passed.
    this.dataset.outcome = report.status === 'pass' && !isComplete(report) ? 'open' : report.status;
    this.#say(statusSentence(report, page.files[0] ?? ''));
    find(this, '.checks', HTMLElement).replaceChildren(...verdictItems(report, page.course, goTo));
    const notes = find(this, '.notes', HTMLElement);
    notes.replaceChildren(
      ...report.notes.map((note) => {
        const item = document.createElement('li');
        item.textContent = note;
        return item;
      }),
    );
    find(this, '.notes-block', HTMLElement).hidden = report.notes.length === 0;
    find(this, '.seed', HTMLElement).textContent = fr.verdict.seed(
      report.seed,
      Math.round(milliseconds),
    );
    showConsole(this, state, goTo);
    find(this, '.whats-next', HTMLElement).hidden = !isComplete(report);
    this.#revealFirstFailure();
  }

  /** Brings the check to begin with under the sentence that speaks of it; the focus stays where it was. */
  #revealFirstFailure(): void {
    const head = find(this, '.verdict-head', HTMLElement);
    const open = this.querySelector<HTMLElement>('details[open]');
    const verdicts = find(this, '.verdicts', HTMLElement);
    const pane = verdicts.scrollHeight > verdicts.clientHeight ? verdicts : this;
    pane.scrollTop = 0;
    if (open === null) return;
    const above = pane.getBoundingClientRect().top + head.offsetHeight;
    pane.scrollTop = open.getBoundingClientRect().top - above;
  }
}
