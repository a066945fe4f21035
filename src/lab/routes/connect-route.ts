// In a step, « Suivant » follows the chosen route through the labs, whose steps are marked among those of the lab.
import { routeWords } from '../../i18n/routes.ts';
import type { LabContext } from '../lab-context.ts';
import { onRouteChosenElsewhere, readRoute } from './chosen-route.ts';

export function connectRoute({ root, left }: LabContext): void {
  const show = (): void => {
    showRoute(root);
  };
  show();
  onRouteChosenElsewhere(show, left);
}

function showRoute(root: HTMLElement): void {
  const links = [...root.querySelectorAll<HTMLElement>('.whats-next [data-route]')];
  const [first] = links;
  const kept = readRoute();
  // A route that the course no longer has is followed by nobody.
  const followed = links.find(({ dataset }) => dataset.route === kept) ?? first;
  for (const link of links) link.hidden = link !== followed;
  const steps = [...root.querySelectorAll<HTMLElement>('.lab-steps [data-routes]')];
  for (const step of steps) {
    const isOn =
      followed !== first &&
      step.dataset.routes?.split(' ').includes(followed?.dataset.route ?? '') === true;
    step.classList.toggle('on-route', isOn);
    const name = step.dataset.name ?? step.getAttribute('aria-label') ?? '';
    step.dataset.name = name;
    step.setAttribute('aria-label', isOn ? `${name}, ${routeWords.onRoute}` : name);
  }
}
