// The grading room's public face: all that `checks.ts`, the page and the command line may use.
export type { Candidate } from './candidate.ts';
export { check, type Check, type CheckContext, type Returned } from './check.ts';
export { fail, failForEnding, failureIn, type FailureInput } from './check-failure.ts';
export { Conversation, type ConversationState } from './connections/conversation.ts';
export { cutAt, cutPositions } from './connections/cuts.ts';
export {
  drawHandshake,
  expectStillOpen,
  expectUpgrade,
  type Handshake,
  type HandshakeOptions,
  type UpgradeExpectation,
} from './connections/handshake.ts';
export {
  hasWholeHead,
  isAnswered,
  missingBody,
  type MissingBody,
  statusOf,
} from './connections/http-response.ts';
export {
  closeServers,
  expectNoPortAtImport,
  openServers,
  type ServerCreation,
  type StudentServer,
} from './connections/student-servers.ts';
export { waitForAnswers } from './connections/wait-for-answers.ts';
export { ANSWER_TIME, type Wait, waitUntil } from './connections/wait-until.ts';
export { defineStep, type ExpectedExport, type StepDefinition } from './define-step.ts';
export { isSameBytes } from './compare-bytes.ts';
export { type BytesExpectation, expectBytes, readBytes } from './expect-bytes.ts';
export { expectSameBytes } from './expect-same-bytes.ts';
export { expectHeaders, type HeadersExpectation } from './expect-headers.ts';
export {
  expectText,
  type Mistake,
  namedBy,
  readText,
  type TextExpectation,
} from './expect-text.ts';
export { endingVerdict } from './ending-verdict.ts';
export { describeThrown } from './engine-messages.ts';
export { expectTruth, isBit, isTruthy, type TruthExpectation } from './expect-truth.ts';
export { gradeStep, type GradeOptions } from './grade-step.ts';
export { unlockedHints } from './hints.ts';
export {
  expectHttpLines,
  expectNothingAfter,
  fieldsOf,
  fieldValues,
  type HeadField,
  type HeadLine,
  type HttpLines,
  splitHttpLines,
  startLineOf,
} from './http-lines.ts';
export { countedKey, foretellKeys, type Foretelling, type Guess } from './key-attacker.ts';
export { gradeSeeds } from './grade-seeds.ts';
export {
  type Matrix,
  type MatrixOptions,
  type MatrixRow,
  runMatrix,
  type SeedsTask,
} from './matrix.ts';
export { loadFailure } from './load-verdict.ts';
export {
  addressOf,
  NaiveProxy,
  type ProxyRequest,
  requestBytes,
  requestsSeen,
} from './naive-proxy.ts';
export type {
  BytesAnswer,
  BytesMistake,
  ChoiceAnswer,
  Draw,
  Drawn,
  Option,
  Question,
  QuestionAnswer,
} from './question.ts';
export {
  type Answers,
  ANSWERS_FILE,
  answerKey,
  type AnswersRead,
  drawKey,
  readAnswers,
  writeAnswers,
} from './question-answers.ts';
export { checkIds, withQuestions } from './question-grading.ts';
export { drawSeed, poseQuestion, type PosedQuestion } from './question-pose.ts';
export {
  ancestry,
  attributeOf,
  childElements,
  elementById,
  elementsOf,
  type PageElement,
  tagOf,
  visibleTextOf,
} from './page/page-tree.ts';
export { type PageStart, readPageStart } from './page/page-start.ts';
export { type Gesture, type Sent, VisitedPage } from './page/visited-page.ts';
export type { Random } from './random.ts';
export { readLatin1 } from './read-latin1.ts';
export { readHeaderList, readHeaders, type ReturnedHeader } from './read-headers.ts';
export { readBit, readInteger, readOptionalProperty, readProperty } from './read-record.ts';
export {
  checkOfQuestion,
  isComplete,
  isQuestionCheck,
  plainText,
  sourceName,
  unansweredOf,
} from './report-questions.ts';
export { type Results, type TestResult, toResults } from './results.ts';
export { SETTLE_IN_PROBE } from './settle-in-probe.ts';
export { kindOf, showEvidence } from './show-evidence.ts';
export { signatureOf } from './signature.ts';
export {
  collectSignatures,
  type SignatureHint,
  signatureHints,
  signatureSentence,
  type Signatures,
} from './signature-hints.ts';
export { type CompletedFiles, withEarlierSolutions } from './supplied-files.ts';
export {
  type Clock,
  type Cloneable,
  type CreateSubject,
  type Ending,
  type LoadOutcome,
  type Outcome,
  type RealmKind,
  type Subject,
  SubjectEnded,
  type SubjectOptions,
} from './subject.ts';
export type { FailureDetail, Report, Verdict } from './verdict.ts';
export { hexadecimal, visibleText } from './visible-text.ts';
export type { Evidence } from '../evidence/evidence.ts';
export { propertyOf } from '../evidence/normalise.ts';
// The oracle: RFC 6455 as the site itself speaks it.
export {
  checkUpgradeResponse,
  chooseSubprotocol,
  computeAcceptKey,
  decodeBase64,
  decodeFrame,
  decodeFrameHeader,
  decodeFrameStart,
  encodeBase64,
  encodeFrame,
  encodeFrameHeader,
  encodeLatin1,
  encodeUtf8,
  headerList,
  listHasToken,
  mask,
  parseRequestHead,
  parseResponseHead,
  ProtocolError,
  type FrameFields,
  type FrameStart,
} from '../wire/index.ts';
