// Shows a report: one sentence, the first failure open, every other check on one line.
import type { SourceLocation } from '../evidence/evidence.ts';
import type { FailureDetail, Report, Verdict } from '../grading/index.ts';
import { fr } from '../i18n/fr.ts';
import { element } from './element.ts';
import { isTrial, type StepPage } from './step-page.ts';
import { countPassed } from './run-state.ts';

/** Opens the student's file at a place. */
export type GoTo = (location: SourceLocation) => void;

type Course = StepPage['course'];
type Failure = Extract<Verdict, FailureDetail>;

/** The sentence that a screen reader is told after a run. */
export function statusSentence(report: Report, file: string): string {
  const { passed, total } = countPassed(report);
  if (report.status === 'error') return `${fr.verdict.notLoaded} ${fr.verdict.startHere}`;
  const counted = fr.verdict.counted(passed, total);
  const then = passed === total ? fr.verdict.allPassed(file) : fr.verdict.startHere;
  return `${counted} ${then}`;
}

/** One item for each check, in order; the first that did not pass is open. */
export function verdictItems(report: Report, course: Course, goTo: GoTo): HTMLLIElement[] {
  const first = report.tests.find(isFailure);
  return report.tests.map((test) => {
    const item = element('li', { class: 'check', 'data-status': test.status, 'data-id': test.id });
    item.append(
      isFailure(test)
        ? failure(test, test === first, course[test.id], goTo)
        : line(test, messageOf(test)),
    );
    return item;
  });
}

function isFailure(test: Verdict): test is Failure {
  return test.status === 'fail' || test.status === 'error' || test.status === 'timeout';
}

function messageOf(test: Verdict): string | null {
  return test.status === 'skipped' ? test.message : null;
}

/** The mark is drawn by the style sheet from `data-status`; the word is always there too. */
function line(test: Verdict, message: string | null): HTMLElement {
  return element(
    'p',
    { class: 'check-line' },
    element('span', { class: 'check-name' }, test.name),
    element('span', { class: 'check-status' }, fr.verdict.status[test.status]),
    message === null ? null : element('span', { class: 'check-why' }, message),
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
  body.append(element('p', { class: 'check-message' }, test.message));
  body.append(facts(test, goTo));
  if (test.hint !== null) body.append(element('p', { class: 'check-hint' }, test.hint));
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
  if (test.sent !== null) add(fr.verdict.sent, 'sent', element('code', {}, test.sent));
  if (test.expected !== null) {
    add(fr.verdict.expected, 'expected', element('code', {}, test.expected));
  }
  if (test.actual !== null) add(fr.verdict.actual, 'actual', element('code', {}, test.actual));
  const place = test.location === null ? null : placeLink(test.location, goTo);
  if (place !== null) add(fr.verdict.where, 'where', place);
  else if (test.where !== null) add(fr.verdict.where, 'where', test.where);
  // The RFC explains a wrong answer, not a file that does not load or a loop that does not end.
  if (test.status === 'fail' && test.rfc !== null)
    add(fr.verdict.rfc, 'rfc', `${fr.lab.rfc} ${test.rfc}`);
  return list;
}

/** « accept.js, ligne 4 » */
function placeName({ file, line }: SourceLocation): string {
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
