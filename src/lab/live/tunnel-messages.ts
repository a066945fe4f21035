// What the page and its tunnel worker say to each other. The visitors' bytes never take this way but as copies to look at.
import type { LiveHolding, PageRefusal, StudentPage, WarningMessage } from '../../live/index.ts';
import type { WireEvent } from '../inspector/wire-event.ts';
import type { RelayLinkOptions } from './relay-link.ts';

/** Where a tunnel takes up the account of a server online, which outlives the tunnels that the relay ends. */
export type TunnelStart = {
  /** Milliseconds since 1970 from which its events count. */
  readonly startedAt: number;
  /** Visitors that came before: numbers go on from there. */
  readonly visits: number;
};

/** Page → worker. */
export type TunnelCommand =
  /** The first command. `relay`: `ws://…/ws/live`. */
  | ({ readonly type: 'open'; readonly relay: string } & TunnelStart & Required<RelayLinkOptions>)
  /** Visitors to come are shown another page. */
  | { readonly type: 'page'; readonly page: StudentPage }
  /** From now on visitors come to this worker, whose network port is transferred; those of the one before are cut. */
  | {
      readonly type: 'student';
      readonly network: MessagePort;
      /** Which start of the server it is: a report that comes late must not be held against the next. */
      readonly run: number;
      /** On which the student's server listens in its worker. */
      readonly port: number;
    }
  /** The student's worker is gone: its visitors are cut, and those to come refused. The code is kept. */
  | { readonly type: 'no-student' }
  /** The last `events` have been taken. */
  | { readonly type: 'acknowledge' }
  /** The last command: the code is given back, the visitors are cut. */
  | { readonly type: 'close' };

/** Where the server is online. See `ClaimedMessage`; the secret is beside it, for the one who keeps it. */
export type Claim = {
  readonly code: string;
  readonly origins: readonly string[];
  readonly loopbackOnly: boolean;
  readonly restart: string | null;
};

export type Warning = Pick<WarningMessage, 'reason' | 'detail'>;

/** Worker → page. */
export type TunnelReport =
  | {
      readonly type: 'claimed';
      readonly claim: Claim;
      readonly holding: LiveHolding;
      readonly isSame: boolean;
    }
  /** Visitors are shown the page given last; or why they are not. */
  | { readonly type: 'page'; readonly refusal: PageRefusal | null }
  | { readonly type: 'cut' }
  | { readonly type: 'over'; readonly code: number }
  /** `connection` as in `events`; `null` when no visitor came through. */
  | {
      readonly type: 'warning';
      readonly connection: number | null;
      readonly warning: Warning;
    }
  /** The visitor has sent its Close frame, and the connection outlives it. */
  | { readonly type: 'left'; readonly connection: number }
  /** `untold`: visits of which no event will tell. */
  | { readonly type: 'events'; readonly events: readonly WireEvent[]; readonly untold: number }
  /** The student's worker sends what no sound network sends: the page must end it. Its network is closed already. */
  | {
      readonly type: 'unsound';
      readonly run: number;
      /** Too much at once, or what is no message of the multiplexer. */
      readonly how: 'flood' | 'violation';
    };
