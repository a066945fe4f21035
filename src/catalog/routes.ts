// The routes through the labs: which steps a class of a day, or of two hours, goes through (`labs/parcours.json`).
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import { Problems } from './broken-course.ts';
import { allSteps } from './find-step.ts';
import { oneProblem } from './messages.ts';
import { ROUTE_REASONS as REASONS, WHOLE_TITLE } from './route-messages.ts';
import { ADDRESS } from './schema-texts.ts';
import { reasonsOf } from './schemas.ts';
import type { Course, Step } from './types.ts';

export const ROUTES_FILE = 'labs/parcours.json';

/** In `steps`: every step of the course. */
const ALL = 'toutes';
const STEP_NUMBER = /^[1-9]\d*\.[1-9]\d*$/;

export type Route = {
  /** `une-journee`: kept in the browser, and named in addresses. */
  readonly id: string;
  readonly title: string;
  /** In the order of the labs; those that do not exist yet are left out. */
  readonly steps: readonly Step[];
  /** The sum of the steps’ own. */
  readonly minutes: number;
};

export type Routes = {
  /** At least one; the first is followed until another is chosen. */
  readonly routes: readonly Route[];
  /** Whole sentences for the author: steps that are named but not written yet. */
  readonly warnings: readonly string[];
};

const routesSchema = v.pipe(
  v.array(
    v.pipe(
      v.custom<object>((value) => typeof value === 'object' && value !== null, REASONS.route),
      v.strictObject(
        {
          id: v.pipe(v.string(REASONS.id), v.regex(ADDRESS, REASONS.id)),
          title: v.pipe(v.string(REASONS.title), v.trim(), v.nonEmpty(REASONS.title)),
          /** What the route may last at most. */
          minutes: v.optional(
            v.pipe(
              v.number(REASONS.minutes),
              v.integer(REASONS.minutes),
              v.minValue(1, REASONS.minutes),
            ),
          ),
          steps: v.union(
            [
              v.literal(ALL),
              v.pipe(
                v.array(
                  v.pipe(v.string(REASONS.step), v.regex(STEP_NUMBER, REASONS.step)),
                  REASONS.steps,
                ),
                v.nonEmpty(REASONS.noStep),
              ),
            ],
            ({ issues }) =>
              issues?.find(({ type }) => type !== 'literal')?.message ?? REASONS.steps,
          ),
        },
        REASONS.route,
      ),
    ),
    REASONS.list,
  ),
  v.nonEmpty(REASONS.list),
);

type WrittenRoute = v.InferOutput<typeof routesSchema>[number];

/** Throws `BrokenCourse`. Where the file is missing there is one route: everything. */
export async function loadRoutes(root: string, course: Course): Promise<Routes> {
  const steps = allSteps(course);
  const text = await readFile(join(root, ROUTES_FILE), 'utf8').catch(() => null);
  if (text === null) {
    return {
      routes: [routeOf({ id: 'tout', title: WHOLE_TITLE, steps: ALL }, steps)],
      warnings: [],
    };
  }
  const problems = new Problems();
  const written = parse(text, problems);
  const routes = written.map((each) => routeOf(each, steps));
  reportTwice(written, problems);
  for (const [index, each] of written.entries()) {
    reportOrder(each, problems);
    const minutes = routes[index]?.minutes ?? 0;
    if (each.minutes !== undefined && minutes > each.minutes) {
      problems.add(ROUTES_FILE, REASONS.tooLong(each.title, minutes, each.minutes));
    }
  }
  problems.throwIfAny();
  return { routes, warnings: written.flatMap((each) => missingSteps(each, steps)) };
}

function parse(text: string, problems: Problems): readonly WrittenRoute[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    problems.add(ROUTES_FILE, REASONS.notJson);
    return [];
  }
  const parsed = v.safeParse(routesSchema, data);
  if (parsed.success) return parsed.output;
  for (const reason of reasonsOf(parsed.issues)) problems.add(ROUTES_FILE, reason);
  return [];
}

function routeOf({ id, title, steps: named }: WrittenRoute, all: readonly Step[]): Route {
  const steps = named === ALL ? all : all.filter(({ number }) => named.includes(number));
  return { id, title, steps, minutes: steps.reduce((sum, step) => sum + step.minutes, 0) };
}

function missingSteps({ title, steps }: WrittenRoute, all: readonly Step[]): readonly string[] {
  if (steps === ALL) return [];
  return steps
    .filter((each) => all.every(({ number }) => number !== each))
    .map((each) => oneProblem(ROUTES_FILE, REASONS.missingStep(title, each)));
}

function reportTwice(routes: readonly WrittenRoute[], problems: Problems): void {
  for (const [index, { id, title }] of routes.entries()) {
    const before = routes.slice(0, index);
    if (before.some((other) => other.id === id)) problems.add(ROUTES_FILE, REASONS.idTwice(id));
    else if (before.some((other) => other.title === title)) {
      problems.add(ROUTES_FILE, REASONS.titleTwice(title));
    }
  }
}

/** A route that goes backwards is a mistake of the hand: « Suivant » only goes on. */
function reportOrder({ title, steps }: WrittenRoute, problems: Problems): void {
  if (steps === ALL) return;
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (steps.indexOf(step) < index) problems.add(ROUTES_FILE, REASONS.stepTwice(title, step));
    else if (before !== undefined && compareNumbers(before, step) > 0) {
      problems.add(ROUTES_FILE, REASONS.disorder(title, step, before));
    }
  }
}

/** `1.10` comes after `1.9`. */
function compareNumbers(one: string, other: string): number {
  const [[lab = 0, step = 0], [otherLab = 0, otherStep = 0]] = [one, other].map((number) =>
    number.split('.').map(Number),
  ) as [number[], number[]]; // Two texts in, two lists out.
  return lab - otherLab || step - otherStep;
}

/** Where « Suivant » of `number` leads on `route`: its first step after it, in the order of the labs; `null` at its end. */
export function nextOnRoute(route: Pick<Route, 'steps'>, number: string): Step | null {
  return route.steps.find((step) => compareNumbers(step.number, number) > 0) ?? null;
}
