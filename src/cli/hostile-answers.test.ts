// Answers that attack their grader: each gets a verdict, never a pass, and none stops the command.
import { describe, expect, test } from 'vitest';

import { type Report, gradeStep } from '../grading/index.ts';
import { definitionOf, openCourse, requireStep } from './course-on-disk.ts';
import { createProcessSubject } from './process-subject/process-subject.ts';

// Some of these wait for real deadlines, on a machine that may be busy.
const LIMIT = 60_000;
const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

async function gradeSource(source: string): Promise<Report> {
  const step = requireStep(await openCourse(), '1.3');
  return gradeStep({
    step: step.number,
    definition: await definitionOf(step),
    files: { 'poignee/accept.js': source },
    createSubject: createProcessSubject,
    seed: 1,
  });
}

describe('an answer that', () => {
  test.concurrent.each([
    [
      'is a proxy that says yes to everything',
      `export const calculerAccept = () => new Proxy(new String('${ACCEPT}'), { get: () => () => '${ACCEPT}' });`,
    ],
    [
      'has getters that throw',
      `export const calculerAccept = () => ({ get [Symbol.iterator]() { throw 1; }, get then() { throw 2; } });`,
    ],
    ['weighs 500 MB', `export const calculerAccept = () => Buffer.alloc(5e8);`],
    ['never settles', `export const calculerAccept = () => ({ then() {} });`],
    [
      'patches what a careless grader would use',
      `Array.prototype.map = () => []; Array.prototype.every = () => true; Array.prototype.push = () => 0;
       Array.prototype[Symbol.iterator] = function* () {}; Object.prototype.status = 'pass';
       Object.is = () => true; JSON.stringify = () => '"pass"'; Promise.prototype.then = function () { return this; };
       export const calculerAccept = () => '';`,
    ],
    ['leaves', `export const calculerAccept = () => process.exit(0);`],
    [
      'crashes later',
      `export const calculerAccept = () => { setTimeout(() => { throw 1; }); return ''; };`,
    ],
  ])('%s gets a verdict, never a pass', { timeout: LIMIT }, async (_what, source) => {
    const { status, tests } = await gradeSource(source);
    expect(status).toBe('fail');
    expect(tests).toHaveLength(6);
    expect(tests.filter((verdict) => verdict.status === 'pass')).toEqual([]);
  });
});
