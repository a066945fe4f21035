// Counts what a realm sends, since nothing else bounds it: past the cap the realm is ended, not listened to.
import type { Carrier } from '../mux/index.ts';

/** Messages of a realm: replies are one for each command, the agent caps the rest, so honest ones stay far below. */
export const FLOOD_CAPS = { messages: 20_000, windowMilliseconds: 1_000, frames: 30_000 } as const;

/** Says `true` from the first message that is one too many within a window of time. */
export function createFloodGuard(cap: number, now: () => number): () => boolean {
  let windowStart = now();
  let count = 0;
  return () => {
    const time = now();
    if (time - windowStart > FLOOD_CAPS.windowMilliseconds) {
      windowStart = time;
      count = 0;
    }
    count += 1;
    return count > cap;
  };
}

/**
 * A carrier from a hostile realm: streams have credits, but their openings and ends have none.
 * The first frame too many closes it, then `flooded` is told, once; what was on its way is not heard.
 */
export function guardCarrier(
  carrier: Carrier,
  isFlood: () => boolean,
  flooded: () => void,
): Carrier {
  return {
    ...carrier,
    onFrame: (listener) => {
      let isOver = false;
      carrier.onFrame((frame) => {
        if (isOver) return;
        if (isFlood()) {
          isOver = true;
          carrier.close();
          flooded();
        } else listener(frame);
      });
    },
  };
}
