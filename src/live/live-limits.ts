// The figures that both ends of the relay must know.

/** Visitors of one code at once, by default: the tab's multiplexer and its student's must allow as many streams. */
export const MAX_VISITORS = 200;

/** What the server says of each stream beside the visitor's address: there is one server, whatever its port. */
export const LIVE_STREAM = { port: 0 } as const;
