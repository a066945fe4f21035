// Shows a report: one sentence, the first failure open, every other check on one line.
import type { SourceLocation } from '../evidence/evidence.ts';
import type { FailureDetail, Report, Verdict } from '../grading/index.ts';
import {
  isQuestionCheck,
  questionOf,
  sourceName,
  unansweredOf,
} from '../grading/report-questions.ts';
import { fr } from '../i18n/fr.ts';
import { questionWords } from '../i18n/questions.ts';
import { element } from './element.ts';
import { isTrial, type StepPage } from './step-page.ts';
import { countPassed } from './run-state.ts';
import { quotedCode, withSigns } from './visible-signs.ts';

/** Opens the student's file at a place. */
export type GoTo = (location: SourceLocation) => void;

type Course = StepPage['course'];
type Failure = Extract<Verdict, FailureDetail>;

/** The sentence that a screen reader is told after a run. */
export function statusSentence(report: Report, file: string): string {
  const { passed, total } = countPassed(report);
  if (report.status === 'error') return fr.verdict.notLoaded;
  const counted = fr.verdict.counted(passed, total);
  return `${counted} ${passed === total ? allPassed(file) : whatNext(report)}`;
}

/** A step may have questions and no file. */
const allPassed = (file: string): string =>
  file === '' ? questionWords.allRight : fr.verdict.allPassed(file);

function whatNext(report: Report): string {
  return report.tests.some(isFailure)
    ? fr.verdict.startHere
    : questionWords.left(unansweredOf(report).length);
}

/** One item for each check, in order; the first that did not pass is open. */
export function verdictItems(report: Report, course: Course, goTo: GoTo): HTMLLIElement[] {
  const first = report.tests.find(isFailure);
  return report.tests.map((test) => {
    const item = element('li', { class: 'check', 'data-status': test.status, 'data-id': test.id });
    item.append(
      isFailure(test)
        ? failure(test, test === first, course[test.id], goTo)
        : line(test, remarkOn(test)),
    );
    return item;
  });
}

function isFailure(test: Verdict): test is Failure {
  return test.status === 'fail' || test.status === 'error' || test.status === 'timeout';
}

function remarkOn(test: Verdict): Node | string | null {
  if (test.status !== 'skipped') return null;
  return isQuestionCheck(test.id) ? questionLink(test.id, questionWords.answer) : test.message;
}

function statusOf({ id, status }: Verdict): string {
  const isOpen = isQuestionCheck(id) && status === 'skipped';
  return isOpen ? questionWords.status : fr.verdict.status[status];
}

/** The mark is drawn by the style sheet from `data-status`; the word is always there too. */
function line(test: Verdict, remark: Node | string | null): HTMLElement {
  return element(
    'p',
    { class: 'check-line' },
    element('span', { class: 'check-name' }, test.name),
    element('span', { class: 'check-status' }, statusOf(test)),
    remark === null ? null : element('span', { class: 'check-why' }, remark),
  );
}

function failure(
  test: Failure,
  open: boolean,
  slide: Course[string] | undefined,
  goTo: GoTo,
): HTMLElement {
  const details = element('details', { open });
  const body = element('div', { class: 'check-body' });
  body.append(element('p', { class: 'check-message' }, ...withSigns(test.message)));
  body.append(facts(test, goTo));
  if (test.hint !== null) {
    body.append(element('p', { class: 'check-hint' }, ...withSigns(test.hint)));
  }
  if (slide !== undefined && test.status === 'fail') {
    const link = element('a', { href: slide.address }, fr.verdict.course(slide.title));
    body.append(element('p', { class: 'check-course' }, link));
  }
  details.append(element('summary', {}, line(test, null)), body);
  return details;
}

function facts(test: Failure, goTo: GoTo): HTMLElement {
  const list = element('dl', { class: 'facts' });
  const add = (term: string, kind: string, ...value: (Node | string)[]): void => {
    list.append(element('dt', {}, term), element('dd', { 'data-kind': kind }, ...value));
  };
  if (test.sent !== null) add(fr.verdict.sent, 'sent', quotedCode(test.sent));
  if (test.expected !== null) {
    add(fr.verdict.expected, 'expected', quotedCode(test.expected));
  }
  if (test.actual !== null) add(fr.verdict.actual, 'actual', quotedCode(test.actual));
  const place = isQuestionCheck(test.id)
    ? questionLink(test.id, questionWords.see)
    : test.location === null
      ? null
      : placeLink(test.location, goTo);
  if (place !== null) add(fr.verdict.where, 'where', place);
  else if (test.where !== null) add(fr.verdict.where, 'where', test.where);
  // The RFC explains a wrong answer, not a file that does not load or a loop that does not end.
  if (test.status === 'fail' && test.rfc !== null) add(fr.verdict.rfc, 'rfc', sourceName(test.rfc));
  return list;
}

/** « accept.js, ligne 4 » */
export function placeName({ file, line }: SourceLocation): string {
  if (isTrial(file)) return fr.trial.line(line);
  return fr.verdict.line(file.split('/').at(-1) ?? file, line);
}

/** A button that puts the caret on the line. */
export function placeLink(location: SourceLocation, goTo: GoTo): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'place' }, placeName(location));
  button.addEventListener('click', () => {
    goTo(location);
  });
  return button;
}

/** A button that shows the question, wherever the page has it. */
function questionLink(check: string, text: string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'place' }, text);
  button.addEventListener('click', () => {
    button.dispatchEvent(
      new CustomEvent('question-open', { detail: questionOf(check), bubbles: true }),
    );
  });
  return button;
}
