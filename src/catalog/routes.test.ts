import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { BrokenCourse } from './broken-course.ts';
import { courseWith, STEP, stepMd, type Files } from './course.fixture.ts';
import { allSteps } from './find-step.ts';
import { loadCourse } from './load-course.ts';
import type { Step } from './types.ts';
import { loadRoutes, nextOnRoute } from './routes.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const PLAIN = /[\u00a0\u202f]/g;

async function routesOf(routes: unknown, changes: Files = {}) {
  const text = typeof routes === 'string' ? routes : JSON.stringify(routes);
  const root = await courseWith({ ...changes, 'labs/parcours.json': text });
  return loadRoutes(root, await loadCourse(root));
}

async function problemsOf(routes: unknown, changes: Files = {}): Promise<readonly string[]> {
  try {
    await routesOf(routes, changes);
  } catch (error) {
    if (error instanceof BrokenCourse) return error.problems.map((it) => it.replace(PLAIN, ' '));
    throw error;
  }
  throw new Error('the routes loaded');
}

const ROUTE = { id: 'court', title: 'Court', minutes: 20, steps: ['1.3'] };

describe('a route', () => {
  test('has the steps that it names, and the sum of their minutes', async () => {
    const { routes, warnings } = await routesOf([ROUTE]);
    expect(routes.map(({ id, title, minutes }) => ({ id, title, minutes }))).toEqual([
      { id: 'court', title: 'Court', minutes: 8 },
    ]);
    expect(routes[0]?.steps.map(({ number }) => number)).toEqual(['1.3']);
    expect(warnings).toEqual([]);
  });

  test('of « toutes » has every step', async () => {
    const { routes } = await routesOf([{ id: 'tout', title: 'Tout', steps: 'toutes' }]);
    expect(routes[0]?.steps).toHaveLength(1);
  });

  test('may name a step that is not written yet: the author is told, and it is left out', async () => {
    const { routes, warnings } = await routesOf([{ ...ROUTE, steps: ['1.3', '3.1'] }]);
    expect(routes[0]?.steps).toHaveLength(1);
    expect(warnings.map((it) => it.replace(PLAIN, ' '))).toEqual([
      'labs/parcours.json : le parcours « Court » nomme l’étape 3.1, qui n’existe pas encore : il se fait sans elle.',
    ]);
  });

  test('leads to its next step from any step, its own or not', () => {
    const numbered = (number: string) => ({ number }) as unknown as Step;
    const route = { steps: ['1.3', '1.10', '3.1'].map(numbered) };
    expect(nextOnRoute(route, '1.1')?.number).toBe('1.3');
    expect(nextOnRoute(route, '1.3')?.number).toBe('1.10');
    expect(nextOnRoute(route, '1.9')?.number).toBe('1.10');
    expect(nextOnRoute(route, '2.4')?.number).toBe('3.1');
    expect(nextOnRoute(route, '3.1')).toBeNull();
  });
});

test('without a file there is one route: everything', async () => {
  const root = await courseWith();
  const { routes } = await loadRoutes(root, await loadCourse(root));
  expect(routes.map(({ id, steps }) => [id, steps.length])).toEqual([['tout', 1]]);
});

describe('is refused in a sentence', () => {
  const other = { ...ROUTE, id: 'autre', title: 'Autre' };
  test.each<[string, unknown, RegExp]>([
    ['what is no JSON', '[{', /ce n’est pas du JSON/],
    ['no list', {}, /une liste d’un parcours ou plus/],
    ['an empty list', [], /une liste d’un parcours ou plus/],
    ['no object', [null], /« 0 » : un parcours est un objet/],
    ['an unknown key', [{ ...ROUTE, step: [] }], /clé inconnue « 0\.step »/],
    ['a missing key', [{ id: 'a', steps: 'toutes' }], /il manque la clé « 0\.title »/],
    ['an accented id', [{ ...ROUTE, id: 'journée' }], /« 0\.id » : minuscules sans accent/],
    ['an empty title', [{ ...ROUTE, title: ' ' }], /« 0\.title » : un titre est attendu/],
    ['half a minute', [{ ...ROUTE, minutes: 7.5 }], /« 0\.minutes » : un nombre entier/],
    ['a number for a step', [{ ...ROUTE, steps: [1.3] }], /« 0\.steps.*» : .*« 1\.3 »/],
    ['a name for a step', [{ ...ROUTE, steps: ['accept'] }], /« 0\.steps.*» : .*« 1\.3 »/],
    ['other words for all', [{ ...ROUTE, steps: 'tout' }], /« 0\.steps » : la liste des numéros/],
    ['no step', [{ ...ROUTE, steps: [] }], /« 0\.steps.*» : il faut au moins une étape/],
    ['one id twice', [ROUTE, { ...other, id: 'court' }], /deux parcours s’appellent « court »/],
    ['one title twice', [ROUTE, { ...other, title: 'Court' }], /ont pour titre « Court »/],
    ['a step twice', [{ ...ROUTE, steps: ['1.3', '1.3'] }], /passe deux fois par l’étape 1\.3/],
    ['a way back', [{ ...ROUTE, steps: ['1.10', '1.9'] }], /l’étape 1\.9 après 1\.10/],
    ['too long a way', [{ ...ROUTE, minutes: 7 }], /dure 8 minutes, pour 7 au plus/],
  ])('%s', async (_, routes, sentence) => {
    const problems = await problemsOf(routes);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^labs\/parcours\.json : /);
    expect(problems[0]).toMatch(sentence);
    expect(problems[0]).not.toMatch(/undefined|Expected|received/);
  });

  test('and minutes are those of the steps as they are written', async () => {
    expect(await problemsOf([ROUTE], stepMd('minutes: 8', 'minutes: 21'))).toHaveLength(1);
    expect(STEP).toContain('03-accept');
  });
});

const course = await loadCourse(ROOT);
const { routes } = await loadRoutes(ROOT, course);
const written = JSON.parse(await readFile(`${ROOT}labs/parcours.json`, 'utf8')) as readonly {
  title: string;
  steps: string | readonly string[];
}[];

describe('the course’s own', () => {
  test('are « Tout », « Une journée » and « Deux heures »', () => {
    expect(routes.map(({ title }) => title)).toEqual(['Tout', 'Une journée', 'Deux heures']);
    expect(routes[0]?.steps).toEqual(allSteps(course));
  });

  test('a day goes through these twelve steps, in at most 150 minutes', () => {
    const day = '1.1 1.3 1.6 1.7 2.1 2.2 2.5 3.1 3.4 5.2 5.3 5.7';
    expect(written[1]?.steps).toEqual(day.split(' '));
    expect(routes[1]?.minutes).toBeLessThanOrEqual(150);
  });

  test('two hours go through labs 1, 2, 3 and 5, in at most 120 minutes', () => {
    const labs = [written[2]?.steps ?? []].flat().map((step) => step.split('.')[0]);
    expect([...new Set(labs)]).toEqual(['1', '2', '3', '5']);
    expect(routes[2]?.minutes).toBeLessThanOrEqual(120);
  });
});
