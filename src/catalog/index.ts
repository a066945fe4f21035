// The catalog's only door: the course as data, for pages, commands and graders.
export { BrokenCourse } from './broken-course.ts';
export { candidatesOf } from './candidates.ts';
export { courseSlides, stepsBySlide, type CourseSlide } from './course-slides.ts';
export type { CheckSummary, Course, Lab, Live, SourceFiles, Step } from './types.ts';
export { allSteps, nearestSteps, stepAt, type StepName } from './find-step.ts';
export { loadCourse } from './load-course.ts';
export { wholeProject } from './lab-project.ts';
export { loadRoutes, nextOnRoute, type Route } from './routes.ts';
export { loadStepToGrade, type StepToGrade } from './step-to-grade.ts';
export { SIGNATURES_FILE } from './read-signatures.ts';
