// Awaiting inside a probe: a promise of the student's may need turns of the event loop, or virtual time, to settle.

/**
 * The start of a probe's source. It defines `settle(start)`, which calls `start` and gives `{ value }`, `{ thrown }`,
 * or `null` for a promise that has settled neither at once, nor within a virtual second, nor in the turns of the event
 * loop that another thread (a digest, random bytes) may take. No built-in that student code
 * may have replaced is called.
 */
export const SETTLE_IN_PROBE = `
const settle = async (start) => {
  let outcome = null;
  void (async () => {
    try { outcome = { value: await start() }; } catch (thrown) { outcome = { thrown }; }
  })();
  for (let n = 0; n < 8 && outcome === null; n += 1) await null;
  for (let n = 0; n < 16 && outcome === null; n += 1) await clock.settle();
  for (let n = 0; n < 20 && outcome === null; n += 1) await clock.advance(50);
  for (let n = 0; n < 5000 && outcome === null; n += 1) await clock.settle();
  return outcome;
};
`;
