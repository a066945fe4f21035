// On the home page, a student who comes back finds the step they were working on first.
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import { readLastStep } from './step-progress.ts';

const last = readLastStep();
if (last !== null) {
  const place = find(document, '.resume', HTMLElement);
  const link = find(place, 'a', HTMLAnchorElement);
  link.href = last.address;
  link.textContent = fr.home.resume(last.number);
  place.hidden = false;
}
