// `<lab-questions>`: the forms of a step's questions. It gives the answers as typed, and shows a verdict beside each.
import type { FailureDetail, PosedQuestion, Report, Verdict } from '../grading/index.ts';
import { checkOfQuestion } from '../grading/report-questions.ts';
import { questionWords as words } from '../i18n/questions.ts';
import { element, find } from './element.ts';

declare global {
  interface HTMLElementEventMap {
    /** `detail`: the question that was answered. */
    'answers-change': CustomEvent<string>;
    /** `detail`: the question to be shown. */
    'question-open': CustomEvent<string>;
  }
}

/** As typed, by question (`navigateur`); a question without an answer is not there. */
export type TypedAnswers = Readonly<Record<string, string>>;

/** What became of one question: `null` before any run. */
type Judged = { readonly verdict: Verdict; readonly answer: string };

/**
 * Events, which bubble: `answers-change` when the student answers, with the question's id as `detail`;
 * `answers-run` when Enter asks for a run.
 */
export class LabQuestions extends HTMLElement {
  readonly #judged = new Map<string, Judged>();

  connectedCallback(): void {
    this.addEventListener('input', (event) => {
      const id = idOf(event.target);
      if (id === null) return;
      this.#showVerdict(id);
      this.dispatchEvent(new CustomEvent('answers-change', { detail: id, bubbles: true }));
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return;
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('answers-run', { bubbles: true }));
    });
  }

  get answers(): TypedAnswers {
    const given = this.#fields
      .map((field) => [idOf(field) ?? '', answerIn(field)] as const)
      .filter(([, answer]) => answer !== '');
    return Object.fromEntries(given);
  }

  /** Puts answers that were kept, or given in another tab; a field that holds the same is left alone. */
  set answers(answers: TypedAnswers) {
    for (const field of this.#fields) {
      const id = idOf(field) ?? '';
      const answer = Object.hasOwn(answers, id) ? (answers[id] ?? '') : '';
      if (answer !== answerIn(field)) fill(field, answer);
      this.#showVerdict(id);
    }
  }

  /** Fills in what the seed decided of a question; its field can be used from then on. */
  pose(question: PosedQuestion): void {
    const field = this.#field(question.id);
    for (const [name, value] of Object.entries(question.values)) {
      for (const blank of field.querySelectorAll(`[data-value="${name}"]`)) {
        blank.textContent = value;
      }
    }
    for (const input of field.querySelectorAll('input')) input.disabled = false;
    this.#explain(question);
  }

  /** A drawn question whose values could not be had. */
  cannotPose(id: string): void {
    find(this.#field(id), '.question-verdict', HTMLElement).textContent = words.notDrawn;
  }

  /** `judged`: the answers that were given to the run. An answer that changed since has no verdict. */
  show(report: Report, judged: TypedAnswers): void {
    this.#stayInPlace(() => {
      this.#judge(report, judged);
    });
  }

  /** The explanations that open above the answer in use do not push it out of sight. */
  #stayInPlace(change: () => void): void {
    const { activeElement } = document;
    const used = this.contains(activeElement) ? activeElement : null;
    const top = used?.getBoundingClientRect().top ?? 0;
    change();
    const scroller = this.closest('.instructions');
    if (used === null || scroller === null) return;
    scroller.scrollTop += used.getBoundingClientRect().top - top;
  }

  #judge(report: Report, judged: TypedAnswers): void {
    this.#judged.clear();
    for (const field of this.#fields) {
      const id = idOf(field) ?? '';
      const verdict = report.tests.find((test) => test.id === checkOfQuestion(id));
      const answer = Object.hasOwn(judged, id) ? (judged[id] ?? '') : '';
      if (verdict !== undefined) this.#judged.set(id, { verdict, answer });
      this.#showVerdict(id);
    }
  }

  /** Brings a question under the eyes and the keyboard. */
  focusOn(id: string): void {
    const field = this.#field(id);
    const input = field.querySelector<HTMLElement>('input:checked') ?? field.querySelector('input');
    input?.focus({ preventScroll: true });
    field.scrollIntoView({ block: 'nearest' });
  }

  get #fields(): HTMLFieldSetElement[] {
    return [...this.querySelectorAll('fieldset')];
  }

  #field(id: string): HTMLFieldSetElement {
    return find(this, `fieldset[data-question="${CSS.escape(id)}"]`, HTMLFieldSetElement);
  }

  #showVerdict(id: string): void {
    const field = this.#field(id);
    const judged = this.#judged.get(id);
    const isStale = judged !== undefined && judged.answer !== answerIn(field);
    const status = judged === undefined || isStale ? 'neutral' : judged.verdict.status;
    field.dataset.status = status;
    for (const input of field.querySelectorAll('input[type=text]')) {
      input.setAttribute('aria-invalid', String(status === 'fail'));
    }
    const place = find(field, '.question-verdict', HTMLElement);
    if (judged === undefined) place.replaceChildren();
    else if (isStale) place.replaceChildren(element('span', {}, staleWord(judged.verdict)));
    else place.replaceChildren(element('span', {}, ...this.#sentences(field, judged.verdict)));
  }

  #sentences(field: HTMLElement, verdict: Verdict): (Node | string)[] {
    const strong = (text: string) => element('strong', { class: 'question-word' }, text);
    switch (verdict.status) {
      case 'skipped':
        return [words.unanswered];
      case 'pass':
        return [strong(words.right), ' ', ...(explanationOf(field, 'right') ?? [])];
      case 'fail':
        return [strong(words.wrong), ' ', ...whatIsWrong(field, verdict)];
      case 'error':
      case 'timeout':
        return [words.broken];
    }
  }

  #explain({ id, answer }: PosedQuestion): void {
    if (answer.kind !== 'bytes') return;
    const template = document.createElement('template');
    template.dataset.of = 'right';
    template.content.append(answer.explanation);
    this.#field(id).append(template);
  }
}

/** An answer that came after the run was changed by nobody: it was not there. */
const staleWord = ({ status }: Verdict): string =>
  status === 'skipped' ? words.unjudged : words.changed;

/** The mistake, where it is a known one; else what came, and what to look at. */
function whatIsWrong(field: HTMLElement, { message, hint }: FailureDetail): (Node | string)[] {
  return explanationOf(field, message) ?? [hint === null ? message : `${message} ${hint}`];
}

/** The explanation that the page holds for `name`, with its code set as code; `null` when it holds none. */
function explanationOf(field: HTMLElement, name: string): Node[] | null {
  for (const template of field.querySelectorAll('template')) {
    if (template.dataset.of === name) return [template.content.cloneNode(true)];
  }
  return null;
}

function idOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('fieldset[data-question]')?.dataset.question ?? null;
}

function answerIn(field: HTMLElement): string {
  const input = field.querySelector<HTMLInputElement>('input:checked, input[type=text]');
  return input?.value.trim() ?? '';
}

/** An answer that no option has (typed in the file by hand) leaves every option free. */
function fill(field: HTMLElement, answer: string): void {
  for (const input of field.querySelectorAll('input')) {
    if (input.type === 'radio') input.checked = input.value === answer;
    else input.value = answer;
  }
}
