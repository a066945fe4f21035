// Who is online under which code, and the way of a visitor to them.
//
//   (unknown) ──claim──► held ──the tab is cut──► kept ──keepTimeout──► (unknown)
//                         ▲ └──the tab goes by itself──► (unknown)
//                         └─────────claim with the secret─────────┘
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  LIVE_CLOSE,
  type LivePath,
  rebuildRequestHead,
  visitorSentence,
} from '../../live/index.ts';
import { refuse, type RefusalFields } from '../refusal.ts';
import { asksForWebSocket } from '../upgrade-field.ts';
import type { LiveLimits } from './live-options.ts';
import type { HeldPage } from './page-answer.ts';
import type { Tab } from './tab.ts';

type Holder =
  | { readonly status: 'held'; readonly tab: Tab }
  | { readonly status: 'kept'; readonly forget: NodeJS.Timeout };

/** For a visitor who may come back. */
const RETRY_SOON: RefusalFields = [['Retry-After', '2']];

export class LiveRelay {
  readonly #limits: LiveLimits;
  readonly #holders = new Map<string, Holder>();
  #tabs = 0;
  /** Of all codes. */
  readonly #visitors = new Set<Socket>();

  constructor(limits: LiveLimits) {
    this.#limits = limits;
  }

  /** Whether a tab that claims `code` would find room: one that takes its own code over always does. */
  hasRoomFor(code: string): boolean {
    return this.#tabs < this.#limits.maxTabs || this.#holders.get(code)?.status === 'held';
  }

  /** Gives the code to a tab that has proven its own; whoever held it is closed. */
  hold(code: string, tab: Tab): void {
    const before = this.#holders.get(code);
    // Deleted, so that the newest stands last.
    this.#holders.delete(code);
    this.#holders.set(code, { status: 'held', tab });
    this.#tabs += 1;
    if (before?.status === 'held') {
      this.#tabs -= 1;
      before.tab.close(LIVE_CLOSE.REPLACED);
    } else if (before?.status === 'kept') clearTimeout(before.forget);
  }

  /** The tab is gone; `isCut` when it did not mean to go. Does nothing for a tab that was replaced. */
  release(code: string, tab: Tab, isCut: boolean): void {
    const holder = this.#holders.get(code);
    if (holder?.status !== 'held' || holder.tab !== tab) return;
    this.#tabs -= 1;
    this.#holders.delete(code);
    // Tabs that come and go must not fill the table.
    if (!isCut || this.#holders.size >= 2 * this.#limits.maxTabs) return;
    const forget = setTimeout(() => this.#holders.delete(code), this.#limits.keepTimeout);
    this.#holders.set(code, { status: 'kept', forget: forget.unref() });
  }

  /** What a visitor who navigates to `code` is shown. */
  pageOf(code: string): HeldPage {
    const holder = this.#holders.get(code);
    if (holder === undefined) return { status: 'unknown' };
    return holder.status === 'held' && holder.tab.isOpen ? holder.tab.page : { status: 'away' };
  }

  /** Takes an upgrade to `/live/…`; `path` is null when it names no code. `head` is what came after the request. */
  visit(request: IncomingMessage, socket: Duplex, head: Buffer, path: LivePath | null): void {
    const holder = path === null ? undefined : this.#holders.get(path.code);
    if (!asksForWebSocketAlone(request)) turnAway(socket, 400);
    else if (path === null || holder === undefined) turnAway(socket, 404);
    else if (holder.status === 'kept' || !holder.tab.isOpen) turnAway(socket, 503, RETRY_SOON);
    else if (!(socket instanceof Socket) || !this.#hasRoomIn(holder.tab)) {
      turnAway(socket, 503, RETRY_SOON);
    } else {
      const text = rebuildRequestHead({
        method: request.method ?? '',
        target: path.target,
        version: request.httpVersion,
        rawHeaders: request.rawHeaders,
      });
      this.#visitors.add(socket);
      socket.once('close', () => this.#visitors.delete(socket));
      holder.tab.visit(socket, Buffer.concat([Buffer.from(text, 'latin1'), head]));
    }
  }

  /** Nobody is online any more: visitors are hung up on, and cut when `deadline` aborts. The endpoint closes the WebSockets. */
  close(deadline: AbortSignal): void {
    for (const holder of this.#holders.values()) {
      if (holder.status === 'kept') clearTimeout(holder.forget);
      else holder.tab.close(LIVE_CLOSE.STOPPING);
    }
    this.#holders.clear();
    const cut = () => {
      for (const visitor of this.#visitors) visitor.destroy();
    };
    if (deadline.aborted) cut();
    else deadline.addEventListener('abort', cut);
  }

  #hasRoomIn(tab: Tab): boolean {
    const { maxVisitors, maxVisitorsInAll } = this.#limits;
    if (tab.visitorCount >= maxVisitors) tab.warn(null, 'too-many-visitors', String(maxVisitors));
    else if (this.#visitors.size < maxVisitorsInAll) return true;
    return false;
  }
}

function turnAway(socket: Duplex, status: number, fields: RefusalFields = []): void {
  refuse(socket, status, [...fields, ['Cache-Control', 'no-store']], {
    sentence: visitorSentence(status),
  });
}

/** Node has already taken the body out of the bytes, if there is one: such a request can no longer be passed on as it came. */
function asksForWebSocketAlone({ headers }: IncomingMessage): boolean {
  const hasBody = (headers['content-length'] ?? '0') !== '0' || 'transfer-encoding' in headers;
  return !hasBody && asksForWebSocket(headers.upgrade);
}
