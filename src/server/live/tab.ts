// One tab that is online: its WebSocket, the multiplexer on it, its visitors, and what they may cost.
//
//   online ──its WebSocket closes, or we close it──► over
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import {
  LIVE_CLOSE,
  LIVE_STREAM,
  type LiveWarning,
  type PageRefusal,
  parseTabMessage,
  type ServerMessage,
} from '../../live/index.ts';
import { createMux, type Mux } from '../../mux/index.ts';
import type { LiveLimits } from './live-options.ts';
import type { HeldPage } from './page-answer.ts';
import { PageUpload } from './page-upload.ts';
import { tabCarrier, type TabCarrier } from './tab-carrier.ts';
import { createTokenBucket } from '../token-bucket.ts';
import { Visitor, type VisitorHost } from './visitor.ts';

/** A student reads a few warnings, not a flood: so many at once, then one every 100 ms. */
const WARNINGS_PER_SECOND = 10;
const WARNING_BURST = 50;
/** Of their own: a page that is refused in silence would leave its student without a reason. */
const REFUSALS_PER_SECOND = 1;
const REFUSAL_BURST = 10;

export class Tab {
  readonly #client: WebSocket;
  readonly #carrier: TabCarrier;
  readonly #mux: Mux;
  readonly #limits: LiveLimits;
  readonly #visitors = new Set<Visitor>();
  readonly #mayWarn = createTokenBucket(WARNINGS_PER_SECOND, WARNING_BURST);
  readonly #mayRefuse = createTokenBucket(REFUSALS_PER_SECOND, REFUSAL_BURST);
  readonly #host: VisitorHost;
  readonly #upload: PageUpload;
  /** Gone with the tab. */
  #page: HeldPage;
  #unreadBytes = 0;
  #idle: NodeJS.Timeout;
  readonly #alive: NodeJS.Timeout;

  /**
   * @param socket what `client` runs on.
   * @param hasPage whether the tab has said that a page follows.
   */
  constructor(client: WebSocket, socket: Duplex, limits: LiveLimits, hasPage = false) {
    this.#client = client;
    this.#limits = limits;
    this.#carrier = tabCarrier(client, socket, limits.tabHighWater);
    this.#host = this.#createHost(this.#carrier);
    this.#mux = createMux(this.#carrier, { side: 'opener', window: limits.window });
    this.#carrier.onDrain(() => {
      for (const visitor of this.#visitors) visitor.resume();
    });
    this.#page = { status: hasPage ? 'away' : 'none' };
    this.#upload = new PageUpload(
      createTokenBucket(limits.pagesPerMinute / 60, limits.pagesPerMinute),
    );
    this.#carrier.onText((text) => {
      this.#hear(text);
    });
    this.#idle = this.#startIdling();
    this.#alive = setInterval(() => {
      // A tab that has not read what it was given hears enough; more would only pile up.
      if (!this.#carrier.isCongested) this.say({ type: 'alive' });
    }, limits.aliveInterval).unref();
    client.once('close', () => {
      clearTimeout(this.#idle);
      clearInterval(this.#alive);
    });
  }

  /** False from the first word of the closing handshake on: nothing can be said to it any more. */
  get isOpen(): boolean {
    return this.#client.readyState === this.#client.OPEN;
  }

  get visitorCount(): number {
    return this.#visitors.size;
  }

  /** Bytes that wait for visitors to read them. */
  get unreadBytes(): number {
    return this.#unreadBytes;
  }

  /** What visitors are shown. */
  get page(): HeldPage {
    return this.#page;
  }

  say(message: ServerMessage): void {
    if (this.isOpen) this.#client.send(JSON.stringify(message));
  }

  warn(visitor: number | null, reason: LiveWarning, detail = ''): void {
    if (this.#mayWarn.tryTake()) this.say({ type: 'warning', visitor, reason, detail });
  }

  /** Takes a visitor whose request has been read; `head` is what the student's server reads first. */
  visit(socket: Socket, head: Uint8Array): void {
    clearTimeout(this.#idle);
    const { remoteAddress, remotePort } = socket;
    const stream = this.#mux.open({
      ...LIVE_STREAM,
      // Node names IPv4 peers of a socket that takes both kinds in IPv6.
      ...(remoteAddress !== undefined && { remoteAddress: remoteAddress.replace(/^::ffff:/, '') }),
      ...(remotePort !== undefined && { remotePort }),
    });
    this.#visitors.add(new Visitor(socket, stream, this.#host, head));
  }

  /** Ends every visitor's connection at once, and starts the closing handshake. */
  close(code: number): void {
    this.#client.close(code);
    this.#mux.close();
  }

  terminate(): void {
    this.#client.terminate();
  }

  #hear(text: string): void {
    const message = parseTabMessage(text);
    const outcome = message?.type === 'page' ? this.#upload.push(message) : null;
    switch (outcome?.kind) {
      case 'more':
        break;
      case 'kept':
        this.#page = { status: 'given', json: outcome.json };
        this.say({ type: 'page-kept' });
        break;
      case 'refused':
        this.#refusePage(outcome.reason);
        break;
      case 'violation':
      case undefined:
        this.close(LIVE_CLOSE.BAD_CLAIM);
    }
  }

  /** A page in place of another that cannot be shown leaves none: the server that it talked to is no longer there either. */
  #refusePage(reason: PageRefusal): void {
    if (reason !== 'too-often') this.#page = { status: 'none' };
    if (this.#mayRefuse.tryTake()) this.say({ type: 'page-refused', reason });
  }

  #createHost(carrier: TabCarrier): VisitorHost {
    const { bytesPerSecond } = this.#limits;
    return {
      limits: this.#limits,
      inbound: createTokenBucket(bytesPerSecond, bytesPerSecond),
      outbound: createTokenBucket(bytesPerSecond, bytesPerSecond),
      get isCongested() {
        return carrier.isCongested;
      },
      warn: (visitor, reason, detail) => {
        this.warn(visitor, reason, detail);
      },
      unread: (bytes) => {
        this.#unreadBytes += bytes;
        if (this.#unreadBytes > this.#limits.maxUnreadBytes) this.#cutSlowest();
      },
      left: (visitor) => {
        this.#visitors.delete(visitor);
        if (this.#visitors.size === 0 && this.isOpen) {
          this.#idle = this.#startIdling();
        }
      },
    };
  }

  #cutSlowest(): void {
    let slowest: Visitor | null = null;
    for (const visitor of this.#visitors) {
      if (slowest === null || visitor.unreadBytes > slowest.unreadBytes) slowest = visitor;
    }
    slowest?.cut('visitor-unread');
  }

  #startIdling(): NodeJS.Timeout {
    return setTimeout(() => {
      this.close(LIVE_CLOSE.IDLE);
    }, this.#limits.tabIdleTimeout).unref();
  }
}
