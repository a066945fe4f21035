// How often one address may claim a code: each claim costs a WebSocket, a hash and a table entry.
import { createTokenBucket, type TokenBucket } from '../token-bucket.ts';

/** Addresses that are remembered; beyond, all are forgotten, and a newcomer starts with a whole budget. */
const MAX_ADDRESSES = 10_000;

/** Gives what says whether `address` may claim now. */
export function claimBudget(
  perMinute: number,
  now: () => number = () => performance.now(),
): (address: string) => boolean {
  const buckets = new Map<string, TokenBucket>();
  return (address) => {
    let bucket = buckets.get(address);
    if (bucket === undefined) {
      if (buckets.size >= MAX_ADDRESSES) buckets.clear();
      bucket = createTokenBucket(perMinute / 60, perMinute, now);
      buckets.set(address, bucket);
    }
    return bucket.tryTake();
  };
}
