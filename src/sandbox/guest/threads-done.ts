// Waits for the thread on which a browser computes digests: it takes what it is asked in order.
import { methodOf, PlainPromise, promiseThen } from '../../evidence/primordials.ts';

/** Captures what it needs at once, before any student code. Where there is no Web Crypto, ours computes on the realm's own thread. */
export function createThreadsDone(): () => Promise<void> {
  const subtle = (crypto as Partial<Crypto>).subtle;
  if (subtle === undefined) return () => new PlainPromise<void>(atOnce);
  const digest = methodOf(subtle, 'digest') as (
    self: SubtleCrypto,
    algorithm: string,
    data: Uint8Array,
  ) => Promise<ArrayBuffer>;
  const nothing = new Uint8Array(0);
  return () =>
    new PlainPromise<void>((resolve) => {
      const done = () => {
        resolve();
      };
      void promiseThen(digest(subtle, 'SHA-1', nothing), done, done);
    });
}

function atOnce(resolve: () => void): void {
  resolve();
}
