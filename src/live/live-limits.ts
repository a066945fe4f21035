// The figures that both ends of the relay must know.

/** Visitors of one code at once, by default: the tab's multiplexer and its student's must allow as many streams. */
export const MAX_VISITORS = 200;

/**
 * Milliseconds between two `alive` messages of the server. A page is not shown the pings of its WebSocket, so the
 * server speaks; the tab gives the relay up after two such times, and less than three, without a single message.
 */
export const ALIVE_INTERVAL = 10_000;

/** What the server says of each stream beside the visitor's address: there is one server, whatever its port. */
export const LIVE_STREAM = { port: 0 } as const;
