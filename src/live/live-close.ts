// Why the server closes the WebSocket of a tab: stable close codes (RFC 6455 §7.4.2), each with a sentence in `messages.ts`.

export const LIVE_CLOSE = {
  /** The server stops (RFC 6455 §7.4.1); the same secret gives the same code back when it is up again. */
  STOPPING: 1001,
  /** The first message is no claim, does not come, or what follows is no frame of the multiplexer. */
  BAD_CLAIM: 4400,
  /** The secret does not prove the code. */
  WRONG_SECRET: 4403,
  /** Nobody came for a long time. */
  IDLE: 4408,
  /** Another tab holds the same secret, and has taken the code over. */
  REPLACED: 4409,
  /** This address claims too often. */
  TOO_MANY_CLAIMS: 4429,
  /** As many tabs are online as this server takes. */
  TOO_MANY_TABS: 4503,
} as const;

/** With which a tab leaves a relay that has fallen silent: its code is kept for it, as after a cut. */
export const TAB_GIVES_UP = 3000;

export type LiveCloseName = keyof typeof LIVE_CLOSE;
