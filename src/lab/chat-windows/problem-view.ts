// Why something of the student's does not run: one sentence, and its line.
import type { SourceLocation } from '../../evidence/evidence.ts';
import { element } from '../element.ts';
import type { TrialProblem } from '../trial-outcome.ts';

/** The line, as something that leads there, or as mere text where the page cannot open the file. */
export type Place = (location: SourceLocation) => HTMLElement;

export function problemView({ sentence, location }: TrialProblem, placeOf: Place): HTMLElement {
  return element(
    'div',
    { class: 'chat-problem' },
    element('p', {}, sentence),
    location === null ? null : element('p', {}, placeOf(location)),
  );
}
