// The routes through the labs, read once for all the pages that follow them.
import { PROJECT_ROOT } from './project-root.ts';
import { loadRoutes, type Course, type Route } from '../catalog/index.ts';

let loaded: Promise<readonly Route[]> | undefined;

/** What the author should mend is said once, by the build. */
export function courseRoutes(course: Course): Promise<readonly Route[]> {
  loaded ??= load(course);
  return loaded;
}

async function load(course: Course): Promise<readonly Route[]> {
  const { routes, warnings } = await loadRoutes(PROJECT_ROOT, course);
  for (const warning of warnings) console.warn(warning);
  return routes;
}
