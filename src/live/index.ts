// The live relay's public face: what the tab that holds a code and the server that relays to it must agree on.
export {
  isLiveCode,
  LIVE_CODE_LENGTH,
  LIVE_PAGE_FILE,
  LIVE_PREFIX,
  parseLivePath,
  type LivePath,
} from './live-code.ts';
export {
  holdingSchema,
  LIVE_ENDPOINT,
  parseServerMessage,
  parseTabMessage,
  type ClaimedMessage,
  type ClaimMessage,
  type LiveHolding,
  type PagePart,
  type ServerMessage,
  type WarningMessage,
} from './live-message.ts';
export { LIVE_CLOSE, TAB_GIVES_UP, type LiveCloseName } from './live-close.ts';
export { LIVE_WARNINGS, type LiveWarning } from './live-warning.ts';
export { ALIVE_INTERVAL, LIVE_STREAM, MAX_VISITORS } from './live-limits.ts';
export { isLoopback } from './loopback.ts';
export { closeSentence, visitorSentence, warningSentence } from './messages.ts';
export { rebuildRequestHead, type RelayedRequest } from './request-head.ts';
export { ResponseGate, type OpenedGate } from './response-gate.ts';
export {
  cutStudentPage,
  PAGE_LIMITS,
  parseStudentPage,
  type PageRefusal,
  type StudentPage,
} from './student-page.ts';
