// How a server that is online fares: its program on the student's side, its code on the relay's, and what both make together.
import type { LiveFailure } from './start-server.ts';
import type { Claim } from './tunnel-messages.ts';

/** The student's side: `starting ──► running ──► failed`, and again on `restart()`. */
export type ProgramState =
  | { readonly status: 'starting' }
  | { readonly status: 'running' }
  | { readonly status: 'failed'; readonly failure: LiveFailure };

/** The relay's side: `none ──► claiming ──► claimed ⇄ cut`, and `over` from each. */
export type RelayState =
  | { readonly status: 'none' | 'claiming' }
  | { readonly status: 'claimed' | 'cut'; readonly claim: Claim; readonly hasMoved: boolean }
  | { readonly status: 'over'; readonly failure: LiveFailure };

export type OnlineState =
  | { readonly status: 'starting' }
  /** `hasMoved`: the code is not the one that the server had before a cut. */
  | {
      readonly status: 'online' | 'reconnecting';
      readonly claim: Claim;
      readonly hasMoved: boolean;
    }
  /** Visitors find nobody; `restart()` brings the server back, at the same address where one is held. */
  | {
      readonly status: 'failed';
      readonly failure: LiveFailure;
      /** The address waits for the server to come back. */
      readonly keepsAddress: boolean;
    }
  | { readonly status: 'stopped' };

/** What the panel shows: the relay's end comes first, then the program's, then both at work. */
export function joinStates(
  isStopped: boolean,
  program: ProgramState,
  relay: RelayState,
): OnlineState {
  if (isStopped) return { status: 'stopped' };
  if (relay.status === 'over') {
    return { status: 'failed', failure: relay.failure, keepsAddress: false };
  }
  if (program.status === 'starting') return program;
  if (program.status === 'failed') {
    return { status: 'failed', failure: program.failure, keepsAddress: relay.status === 'claimed' };
  }
  switch (relay.status) {
    case 'none':
    case 'claiming':
      return { status: 'starting' };
    case 'claimed':
      return { status: 'online', claim: relay.claim, hasMoved: relay.hasMoved };
    case 'cut':
      return { status: 'reconnecting', claim: relay.claim, hasMoved: relay.hasMoved };
  }
}
