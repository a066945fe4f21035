// The solutions of every step, in order: what completes a student's files where a later step imports an earlier one.
import type { APIRoute } from 'astro';
import { PROJECT_ROOT } from '../../layouts/project-root.ts';
import { allSteps, loadCourse } from '../../catalog/index.ts';
import type { SolvedStep } from '../../lab/solved-steps.ts';

export const GET: APIRoute = async () => {
  const course = await loadCourse(PROJECT_ROOT);
  const solved = allSteps(course).map(({ number, files, solution }): SolvedStep => {
    const given = Object.keys(solution).filter((path) => !files.includes(path));
    return { number, files: solution, ...(given.length > 0 ? { given } : {}) };
  });
  return new Response(JSON.stringify(solved), { headers: { 'Content-Type': 'application/json' } });
};
