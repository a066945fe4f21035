// The addresses under which visitors find a server online: for this machine, and for a phone.
import { isLoopback, LIVE_PREFIX } from '../../live/index.ts';
import type { Claim } from './tunnel-messages.ts';

export type LiveAddresses = {
  /** Opens a visitor in this browser. */
  readonly here: string;
  /** For other machines, the likeliest first; empty when none can come. */
  readonly elsewhere: readonly string[];
  /** The command that lets other machines come; `null` when they can, or when nobody knows. */
  readonly restart: string | null;
};

/** `origin` and `hostname` are the page's own; `path` is the step's (`/chat`). */
export function liveAddresses(
  claim: Claim,
  { origin, hostname }: Pick<Location, 'origin' | 'hostname'>,
  path: string,
): LiveAddresses {
  const at = (base: string): string => `${base}${LIVE_PREFIX}${claim.code}${path}`;
  // Who came by a name or an address of the network has proven that it works.
  const proven = isLoopback(hostname) ? [] : [origin];
  const origins = [...new Set([...proven, ...claim.origins])];
  return { here: at(origin), elsewhere: origins.map(at), restart: claim.restart };
}
