// The catalog's only door: the course as data, for pages, commands and graders.
export { BrokenCourse } from './broken-course.ts';
export { candidatesOf, earlierSolutions } from './candidates.ts';
export type { CheckSummary, Course, JsonValue, Lab, Live, SourceFiles, Step } from './types.ts';
export { allSteps, nearestSteps, stepAt } from './find-step.ts';
export { loadCourse } from './load-course.ts';
