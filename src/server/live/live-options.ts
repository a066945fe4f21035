// The limits of the live relay: what one code, one address and the whole process may cost.
import { ALIVE_INTERVAL, MAX_VISITORS } from '../../live/index.ts';

/** Every figure has a default; tests make them small. Times are in milliseconds. */
export type LiveOptions = {
  /** Tabs online at once. Default 200. */
  readonly maxTabs?: number;
  /** Visitors of one code at once; one more is answered 503. Default 200. */
  readonly maxVisitors?: number;
  /** Visitors of all codes at once: the site must keep connections for itself. Default 600. */
  readonly maxVisitorsInAll?: number;
  /** Claims that one address may make in a minute, a burst included: a class may be behind one address. Default 120. */
  readonly claimsPerMinute?: number;
  /** Pages that one tab may give its visitors in a minute, a burst included. Default 30. */
  readonly pagesPerMinute?: number;
  /** Bytes a second that visitors may send to one code, and as many that they may receive: beyond, they wait. Default 64 MiB. */
  readonly bytesPerSecond?: number;
  /** What the visitors of one code may leave unread, in bytes; beyond, whoever has left most is cut. Default 16 MiB. */
  readonly maxUnreadBytes?: number;
  /** What a tab may leave unread, in bytes, before its visitors wait. Default 1 MiB. */
  readonly tabHighWater?: number;
  /** Credit of each stream, in bytes: the most that one visitor can have on its way. Default 256 KiB. */
  readonly window?: number;
  /** For a tab to say what it claims. Default 5,000. */
  readonly claimTimeout?: number;
  /** For the head of a student's answer. Default 10,000. */
  readonly headTimeout?: number;
  /** For what is left of a student's answer that was refused, before its connection is reset. Default 5,000. */
  readonly drainTimeout?: number;
  /** Without a byte through a visitor's connection. Default 15 minutes. */
  readonly visitorIdleTimeout?: number;
  /** The same once one side has half-closed. Default 30,000. */
  readonly halfClosedTimeout?: number;
  /** Online without a single visitor. Default 60 minutes. */
  readonly tabIdleTimeout?: number;
  /** Without a pong from a tab. Default 30,000. */
  readonly heartbeat?: number;
  /** Between two signs of life to a tab, which a page can hear, unlike pings. Default `ALIVE_INTERVAL`. */
  readonly aliveInterval?: number;
  /** How long a code is kept for a tab that was cut. Default 60,000. */
  readonly keepTimeout?: number;
  /** For a tab's closing handshake. Default 5,000. */
  readonly closeTimeout?: number;
};

export type LiveLimits = Required<LiveOptions>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const KIB = 1024;
const MIB = 1024 * KIB;

export function liveLimits(options: LiveOptions = {}): LiveLimits {
  return {
    maxTabs: 200,
    maxVisitors: MAX_VISITORS,
    maxVisitorsInAll: 600,
    claimsPerMinute: 120,
    pagesPerMinute: 30,
    bytesPerSecond: 64 * MIB,
    maxUnreadBytes: 16 * MIB,
    tabHighWater: MIB,
    window: 256 * KIB,
    claimTimeout: 5 * SECOND,
    headTimeout: 10 * SECOND,
    drainTimeout: 5 * SECOND,
    visitorIdleTimeout: 15 * MINUTE,
    halfClosedTimeout: 30 * SECOND,
    tabIdleTimeout: 60 * MINUTE,
    heartbeat: 30 * SECOND,
    aliveInterval: ALIVE_INTERVAL,
    keepTimeout: MINUTE,
    closeTimeout: 5 * SECOND,
    ...options,
  };
}
