// What can be wrong with an answer of a student's server, or with a visit: stable names, each with a sentence in `messages.ts`.

export const LIVE_WARNINGS = [
  /** The stream was refused: no server listens. The visitor gets 502. */
  'not-listening',
  /** Too many streams for the tab. The visitor gets 503. */
  'busy',
  /** Not one byte of an answer in time. The visitor gets 504. */
  'no-head',
  /** Bytes came, never the empty line. The visitor gets 504. */
  'unfinished-head',
  /** The connection ended or was reset before the empty line. The visitor gets 502. */
  'ended-early',
  /** More than 16 KiB of head. The visitor gets 502. */
  'head-too-large',
  /** No HTTP/1.x head. The visitor gets 502; the detail is its first line. */
  'head-malformed',
  /** A status 1xx that is not 101. The visitor gets 502; the detail is the status. */
  'interim-status',
  /** A success (2xx): no answer to an upgrade, though the visitor gets it without its body. The detail is the status. */
  'not-an-upgrade',
  /** Header fields that would act on the whole site, or are none of the handshake's. The detail is their names. */
  'fields-removed',
  /** A refusal had a body, or bytes after it. */
  'body-removed',
  /** What follows the 101 begins like another head. It was passed on. */
  'second-head',
  /** A visitor was turned away: there are too many. The detail is how many there may be. */
  'too-many-visitors',
  /** A visitor was cut: nothing went through for long. */
  'visitor-idle',
  /** A visitor was cut: it did not read what was sent. */
  'visitor-unread',
] as const;

export type LiveWarning = (typeof LIVE_WARNINGS)[number];
