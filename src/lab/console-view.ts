// Shows what the free trial and the checked code printed, each line linked to the line that printed it.
import type { ConsoleLine } from '../evidence/evidence.ts';
import type { Report } from '../grading/index.ts';
import { fr } from '../i18n/fr.ts';
import { element, find } from './element.ts';
import { keepOneTabStop } from './one-tab-stop.ts';
import type { RunState } from './run-state.ts';
import { isTrial } from './step-page.ts';
import type { TrialOutcome, TrialProblem } from './trial-outcome.ts';
import { placeLink, type GoTo } from './verdict-view.ts';

/** The realm caps what it sends; a page with thousands of rows would still be slow to lay out. */
const MAX_LINES = 200;
/** What a realm prints in place of the lines that it drops. */
const CUT = '…';

type Graded = Extract<RunState, { status: 'graded' }>;

/** `results`: the `<lab-results>`. */
export function showConsole(
  results: HTMLElement,
  { console: checked, trial, report }: Graded,
  goTo: GoTo,
): void {
  const printed = checked.length + (trial?.lines.length ?? 0);
  find(results, '.console-heading', HTMLElement).textContent =
    printed === 0 ? fr.console.heading : fr.console.headingCount(printed);
  const tried = trial === null ? [] : trialItems(withoutEcho(trial, report), goTo);
  showLines(find(results, '.trial-lines', HTMLElement), tried);
  showLines(find(results, '.console-lines', HTMLElement), consoleItems(checked, goTo));
  find(results, '.trial-part', HTMLElement).hidden = tried.length === 0;
  find(results, '.checked-part', HTMLElement).hidden = checked.length === 0;
  const empty = find(results, '.console-empty', HTMLElement);
  empty.hidden = tried.length + checked.length > 0;
  empty.textContent = fr.console.nothing;
}

/** `list`: an `<ol>`, of whose places Tab stops at one. */
export function showLines(list: HTMLElement, items: readonly HTMLLIElement[]): void {
  list.replaceChildren(...items);
  keepOneTabStop(list);
}

/** Code that does not load is the first verdict's business: the trial only waits for it. */
function withoutEcho(trial: TrialOutcome, report: Report): TrialOutcome {
  const { problem } = trial;
  const isOwn = isTrial(problem?.location?.file ?? '');
  if (problem === null || isOwn || report.status !== 'error') return trial;
  return { ...trial, problem: { sentence: fr.trial.waits, location: null } };
}

function trialItems({ lines, problem }: TrialOutcome, goTo: GoTo): HTMLLIElement[] {
  const items = consoleItems(lines, goTo);
  return problem === null ? items : [...items, problemItem(problem, goTo)];
}

function problemItem({ sentence, location }: TrialProblem, goTo: GoTo): HTMLLIElement {
  return element(
    'li',
    { class: 'console-line trial-problem' },
    element('span', { class: 'console-text' }, sentence),
    location === null ? null : placeLink(location, goTo),
  );
}

/** One item for each line; past the first hundreds, one that counts the rest. */
export function consoleItems(lines: readonly ConsoleLine[], goTo: GoTo): HTMLLIElement[] {
  const items = lines.slice(0, MAX_LINES).map((line) => consoleItem(line, goTo));
  const hidden = lines.slice(MAX_LINES);
  if (hidden.length === 0) return items;
  // A realm that reached its cap has dropped lines that nobody counted.
  const cuts = hidden.filter(({ text }) => text === CUT).length;
  const more =
    cuts > 0 ? fr.console.moreThan(hidden.length - cuts) : fr.console.more(hidden.length);
  return [...items, element('li', { class: 'console-more' }, more)];
}

function consoleItem(line: ConsoleLine, goTo: GoTo): HTMLLIElement {
  const level = fr.console.levels[line.level];
  return element(
    'li',
    { class: 'console-line', 'data-level': line.level },
    level === '' ? null : element('span', { class: 'console-level' }, level),
    element('code', { class: 'console-text' }, line.text),
    line.location === null ? null : placeLink(line.location, goTo),
  );
}
