// How much may pass in a time: a burst, then a steady rate.

export interface TokenBucket {
  /** Takes tokens even when there are too few, and says how many milliseconds the taker has to wait for them; 0 when none. */
  take(tokens: number): number;
  /** Takes one token if there is one. */
  tryTake(): boolean;
}

/** `perSecond` tokens come each second, up to `burst`. `now` is in milliseconds and never goes back. */
export function createTokenBucket(
  perSecond: number,
  burst: number,
  now: () => number = () => performance.now(),
): TokenBucket {
  let level = burst;
  let last = now();
  const refill = () => {
    const time = now();
    level = Math.min(burst, level + ((time - last) / 1000) * perSecond);
    last = time;
  };
  return {
    take: (tokens) => {
      refill();
      level -= tokens;
      return level >= 0 ? 0 : (-level / perSecond) * 1000;
    },
    tryTake: () => {
      refill();
      if (level < 1) return false;
      level -= 1;
      return true;
    },
  };
}
