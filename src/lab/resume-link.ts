// On the home page, a student who comes back finds the step they were working on first, or the next one of their route to pass.
import * as v from 'valibot';
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import { placesSchema, readLastStep, readProgress, type LastStep } from './step-progress.ts';

const last = readLastStep();
if (last !== null) {
  resume(last);
  document.addEventListener('route-change', () => {
    resume(last);
  });
}

function resume(last: LastStep): void {
  const place = find(document, '.resume[data-steps]', HTMLElement);
  const steps = v.parse(placesSchema, JSON.parse(place.dataset.steps ?? '[]'));
  const { number, address } = nextToPass(last, steps, stepsOfRoute());
  const link = find(place, 'a', HTMLAnchorElement);
  link.href = address;
  link.textContent = fr.home.resume(number);
  place.hidden = false;
}

/** Of the route that is checked on this page. */
function stepsOfRoute(): readonly string[] {
  const chosen = document.querySelector<HTMLElement>('route-choice input:checked');
  return chosen?.dataset.steps?.split(' ') ?? [];
}

/** `last` until it is passed; then the first step after it, in `steps`, that is on the route and not passed. */
function nextToPass(
  last: LastStep,
  steps: readonly LastStep[],
  route: readonly string[],
): LastStep {
  if (!readProgress(last.number).passed) return last;
  const after = steps.slice(steps.findIndex((step) => step.number === last.number) + 1);
  return after.find(({ number }) => route.includes(number) && !readProgress(number).passed) ?? last;
}
