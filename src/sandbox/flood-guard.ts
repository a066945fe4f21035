// Counts what a realm sends, since nothing else bounds it: past the cap the realm is ended, not listened to.
import { isDataFrame, type Carrier } from '../mux/index.ts';

/** Messages of a realm: replies are one for each command, the agent caps the rest, so honest ones stay far below. */
export const FLOOD_CAPS = { messages: 20_000, windowMilliseconds: 1_000, frames: 30_000 } as const;

/** Says `true` from the first message that is one too many within a window of time; one of `weight` ½ counts for half. */
export function createFloodGuard(cap: number, now: () => number): (weight?: number) => boolean {
  let windowStart = now();
  let count = 0;
  return (weight = 1) => {
    const time = now();
    if (time - windowStart > FLOOD_CAPS.windowMilliseconds) {
      windowStart = time;
      count = 0;
    }
    count += weight;
    return count > cap;
  };
}

/**
 * A DATA frame has been paid for by credit that we gave, and a busy chat sends many; only those for streams that are
 * no more come unpaid. The others (openings, ends, resets) are what costs.
 */
const DATA_WEIGHT = 0.1;

/**
 * A carrier from a hostile realm: streams have credits, but their openings and ends have none.
 * The first frame too many closes it, then `flooded` is told, once; what was on its way is not heard.
 */
export function guardCarrier(
  carrier: Carrier,
  isFlood: (weight: number) => boolean,
  flooded: () => void,
): Carrier {
  return {
    ...carrier,
    onFrame: (listener) => {
      let isOver = false;
      carrier.onFrame((frame) => {
        if (isOver) return;
        if (isFlood(isDataFrame(frame) ? DATA_WEIGHT : 1)) {
          isOver = true;
          carrier.close();
          flooded();
        } else listener(frame);
      });
    },
  };
}
