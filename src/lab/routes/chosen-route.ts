// Which way through the labs this browser has chosen: one word, kept where it may be.
import * as v from 'valibot';
import { recall, remember } from '../safe-storage.ts';

const KEY = 'trame-route';

const routeIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

/** The name of the route (`une-journee`); `null` before any choice. It may be one that the course no longer has. */
export function readRoute(): string | null {
  return recall('localStorage', KEY, routeIdSchema);
}

export function writeRoute(id: string): void {
  remember('localStorage', KEY, id);
}

/** Told when another tab has chosen. */
export function onRouteChosenElsewhere(act: () => void, signal?: AbortSignal): void {
  addEventListener(
    'storage',
    ({ key }) => {
      if (key === KEY) act();
    },
    signal === undefined ? {} : { signal },
  );
}
