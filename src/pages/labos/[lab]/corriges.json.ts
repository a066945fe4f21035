// The solutions that a lab's pages need, in order: what completes a student's files where a later step imports an earlier one.
import type { APIRoute, GetStaticPaths } from 'astro';
import { PROJECT_ROOT } from '../../../layouts/project-root.ts';
import { allSteps, loadCourse } from '../../../catalog/index.ts';
import type { SolvedStep } from '../../../lab/solved-steps.ts';

export const getStaticPaths = (async () => {
  const { labs } = await loadCourse(PROJECT_ROOT);
  // `/labos/poignee-de-main/`
  return labs.map(({ address, number }) => ({
    params: { lab: address.split('/')[2] },
    props: { number },
  }));
}) satisfies GetStaticPaths;

/** The lab's own steps and those of the labs before it: nothing imports a later one. */
export const GET: APIRoute<{ number: number }> = async ({ props }) => {
  const { labs } = await loadCourse(PROJECT_ROOT);
  const known = labs.filter(({ number }) => number <= props.number);
  const solved = allSteps({ labs: known }).map(({ number, files, solution }): SolvedStep => {
    const given = Object.keys(solution).filter((path) => !files.includes(path));
    return { number, files: solution, ...(given.length > 0 ? { given } : {}) };
  });
  return new Response(JSON.stringify(solved), { headers: { 'Content-Type': 'application/json' } });
};
