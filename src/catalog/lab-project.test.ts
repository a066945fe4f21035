import { expect, test } from 'vitest';

import { wholeProject } from './lab-project.ts';
import type { Step } from './types.ts';

const project = { 'start.js': "import { a } from './chat/a.js';\nimport 'node:fs';" };
const stepWith = (...paths: string[]) =>
  ({ solution: Object.fromEntries(paths.map((path) => [path, ''])) }) as unknown as Step;

test('a lab that gives nothing has no project', () => {
  expect(wholeProject({ project: {}, steps: [stepWith('chat/a.js')] })).toBeNull();
});

test('a project waits for the steps that write what it imports', () => {
  expect(wholeProject({ project, steps: [stepWith('chat/b.js')] })).toBeNull();
  expect(wholeProject({ project, steps: [stepWith('chat/a.js')] })).toBe(project);
});
