// On the home page, a student who comes back finds the step they were working on first, or the next one to pass.
import * as v from 'valibot';
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import { placesSchema, readLastStep, readProgress, type LastStep } from './step-progress.ts';

const last = readLastStep();
if (last !== null) {
  const place = find(document, '.resume[data-steps]', HTMLElement);
  const steps = v.parse(placesSchema, JSON.parse(place.dataset.steps ?? '[]'));
  const { number, address } = nextToPass(last, steps);
  const link = find(place, 'a', HTMLAnchorElement);
  link.href = address;
  link.textContent = fr.home.resume(number);
  place.hidden = false;
}

/** `last` until it is passed; then the first step after it, in `steps`, that is not. */
function nextToPass(last: LastStep, steps: readonly LastStep[]): LastStep {
  if (!readProgress(last.number).passed) return last;
  const after = steps.slice(steps.findIndex((step) => step.number === last.number) + 1);
  return after.find((step) => !readProgress(step.number).passed) ?? last;
}
