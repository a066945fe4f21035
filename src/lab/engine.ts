// What a run needs of grading and sandbox, and nothing else of them: one script, fetched while the student reads.
export {
  drawSeed,
  gradeStep,
  poseQuestion,
  signatureHints,
  signatureSentence,
  withQuestions,
} from '../grading/index.ts';
export { createSandbox, steadyTicks } from '../sandbox/index.ts';
export { earlierFiles, withEarlierWork } from './earlier-work.ts';
export { describeEnding, describeFailedLoad } from './trial-problem.ts';
