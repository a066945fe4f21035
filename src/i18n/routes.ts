// The words of the routes through the labs: what to choose from, and which steps are on the way.
import { durationText } from './course.ts';

const NARROW = '\u202f';

export const routeWords = {
  legend: 'Votre parcours dans les labos',
  size: (steps: number, minutes: number) =>
    `${steps}\u00a0${steps > 1 ? 'étapes' : 'étape'}, ${durationText(minutes)}`,
  onRoute: 'dans votre parcours',
  done: (title: string) =>
    `Le parcours «${NARROW}${title}${NARROW}» s’arrête ici. Choisir un autre parcours`,
} as const;
