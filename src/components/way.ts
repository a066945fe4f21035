// Where a route through the labs leads from a step.
import type { Route, Step } from '../catalog/index.ts';

export type Way = {
  readonly route: Route;
  /** `null`: the route ends here. */
  readonly next: Step | null;
};
