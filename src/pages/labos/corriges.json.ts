// The solutions of every step, in order: what completes a student's files where a later step imports an earlier one.
import { fileURLToPath } from 'node:url';
import type { APIRoute } from 'astro';
import { root } from 'astro:config/server';
import { allSteps, loadCourse } from '../../catalog/index.ts';
import type { SolvedStep } from '../../lab/solved-steps.ts';

export const GET: APIRoute = async () => {
  const course = await loadCourse(fileURLToPath(root));
  const solved = allSteps(course).map(({ number, solution }): SolvedStep => ({
    number,
    files: solution,
  }));
  return new Response(JSON.stringify(solved), { headers: { 'Content-Type': 'application/json' } });
};
