// The tab's WebSocket to the relay: claims a code, takes it up again after a cut, and gives each visitor's stream.
import {
  ALIVE_INTERVAL,
  cutStudentPage,
  LIVE_CLOSE,
  MAX_VISITORS,
  PAGE_LIMITS,
  parseServerMessage,
  TAB_GIVES_UP,
  type ClaimedMessage,
  type ClaimMessage,
  type LiveHolding,
  type PagePart,
  type PageRefusal,
  type StudentPage,
  type WarningMessage,
} from '../../live/index.ts';
import { createMux, webSocketCarrier, type IncomingStream, type Mux } from '../../mux/index.ts';
import { binaryMessages } from './binary-messages.ts';

export type RelayLinkHost = {
  /** Opens a WebSocket to the relay. */
  connect(): WebSocket;
  wait(milliseconds: number, callback: () => void): void;
  /** From 0 to 1: tabs that were cut together do not all come back together. */
  chance(): number;
  /** A code is ours. `isSame`: it is the one that we held before the cut. */
  claimed(message: ClaimedMessage, isSame: boolean): void;
  /** The relay cannot be reached for now; the link tries again by itself. */
  cut(): void;
  /** The link is over by the relay's will, or the relay was never reached; `code` is the close code. */
  over(code: number): void;
  warning(message: WarningMessage): void;
  visitor(stream: IncomingStream): void;
  /** What visitors are shown: `null` when it is the page that was given last. */
  page(refusal: PageRefusal | null): void;
};

export type RelayLinkOptions = {
  /** A code that this tab held before it was loaded again. */
  readonly resume?: LiveHolding | null;
  /** What visitors are shown. */
  readonly page?: StudentPage | null;
};

/** Real milliseconds: the first pause before trying again, the longest one, how long an answer is waited for, and before a page is sent again. */
const PAUSE = { first: 250, longest: 8_000, answer: 10_000, page: 5_000 } as const;

/** Whole intervals without a message after which the relay is given up: 20 to 30 s after its last word. */
const SILENT_INTERVALS = 2;
/** The close code of a connection that ended without a Close frame (RFC 6455 §7.1.5). */
const CUT = 1006;

/** After these, trying again would be of no use, or rude. Any other end of a link that was online is a cut. */
const FINAL: readonly number[] = [LIVE_CLOSE.BAD_CLAIM, LIVE_CLOSE.IDLE, LIVE_CLOSE.REPLACED];

//   connecting ──claimed──► online ──cut, silence──► pausing ──► connecting …
//       └──never was online, or the relay will not have us──► over
export class RelayLink {
  readonly #host: RelayLinkHost;
  #socket: WebSocket;
  #mux: Mux | null = null;
  #holding: LiveHolding | null;
  #page: StudentPage | null;
  /** The last code that was ours; `null` until the first claim. */
  #lastCode: string | null = null;
  #failures = 0;
  #isOver = false;

  constructor(host: RelayLinkHost, { resume = null, page = null }: RelayLinkOptions = {}) {
    this.#host = host;
    this.#holding = resume;
    this.#page = page;
    this.#socket = this.#connect();
  }

  /** Gives visitors another page; the same one again costs nothing. */
  givePage(page: StudentPage): void {
    const isSame = JSON.stringify(page) === JSON.stringify(this.#page);
    this.#page = page;
    if (!isSame && this.#mux !== null) this.#sendPage(this.#socket);
  }

  /** Gives the code back; every visitor is cut. */
  close(): void {
    this.#isOver = true;
    this.#mux?.close();
    this.#socket.close();
  }

  #connect(): WebSocket {
    const socket = this.#host.connect();
    const claim: ClaimMessage = {
      type: 'claim',
      ...(this.#holding && { resume: this.#holding }),
      ...(this.#page && { hasPage: true }),
    };
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify(claim));
    });
    let isClaimed = false;
    let isGone = false;
    let silentFor = 0;
    const gone = (code: number): void => {
      if (isGone) return;
      isGone = true;
      this.#closed(code);
    };
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      silentFor = 0;
      if (typeof data !== 'string' || isGone) return;
      const message = parseServerMessage(data);
      if (message?.type === 'claimed' && !isClaimed) {
        isClaimed = true;
        this.#hold(socket, message);
        watch();
      } else if (message?.type === 'warning') this.#host.warning(message);
      else if (message?.type === 'page-kept') this.#host.page(null);
      else if (message?.type === 'page-refused') this.#pageRefused(socket, message.reason);
    });
    socket.addEventListener('close', ({ code }) => {
      gone(code);
    });
    // A cable pulled out closes nothing: what tells it is that not even signs of life come any more.
    const watch = (): void => {
      this.#host.wait(ALIVE_INTERVAL, () => {
        if (isGone || this.#isOver) return;
        silentFor += 1;
        if (silentFor <= SILENT_INTERVALS) {
          watch();
          return;
        }
        // The browser would wait long for an answer to its Close: the link does not.
        socket.close(TAB_GIVES_UP);
        gone(CUT);
      });
    };
    // A relay that accepts the connection and says nothing is as good as absent.
    this.#host.wait(PAUSE.answer, () => {
      if (!isClaimed) socket.close(TAB_GIVES_UP);
    });
    return socket;
  }

  #hold(socket: WebSocket, message: ClaimedMessage): void {
    const isSame = this.#lastCode === message.code;
    this.#lastCode = message.code;
    this.#holding = { code: message.code, secret: message.secret };
    this.#failures = 0;
    this.#mux = createMux(webSocketCarrier(binaryMessages(socket)), {
      side: 'accepter',
      maxStreams: MAX_VISITORS,
      onStream: (stream) => {
        this.#host.visitor(stream);
      },
    });
    this.#sendPage(socket);
    this.#host.claimed(message, isSame);
  }

  #sendPage(socket: WebSocket): void {
    if (this.#page === null) return;
    const parts = cutStudentPage(this.#page);
    // A page that is too large is refused at its first part: the rest would be sent for nothing.
    const sent = parts.length > PAGE_LIMITS.parts ? parts.slice(0, 1) : parts;
    for (const [part, text] of sent.entries()) {
      socket.send(
        JSON.stringify({ type: 'page', part, of: parts.length, text } satisfies PagePart),
      );
    }
  }

  #pageRefused(socket: WebSocket, reason: PageRefusal): void {
    this.#host.page(reason);
    if (reason !== 'too-often') return;
    this.#host.wait(PAUSE.page, () => {
      if (!this.#isOver && socket === this.#socket && this.#mux !== null) this.#sendPage(socket);
    });
  }

  #closed(code: number): void {
    // After a silent cut the carrier does not know yet that it is dead; its streams must.
    this.#mux?.close();
    this.#mux = null;
    if (this.#isOver) return;
    // A code of before that is no longer ours is forgotten; only without any is a first refusal the end.
    const wasResuming = this.#holding !== null && code === LIVE_CLOSE.WRONG_SECRET;
    if ((this.#lastCode === null && !wasResuming) || FINAL.includes(code)) {
      this.#isOver = true;
      this.#host.over(code);
      return;
    }
    // The relay no longer knows us by this secret: another code is better than none.
    if (code === LIVE_CLOSE.WRONG_SECRET) this.#holding = null;
    this.#host.cut();
    this.#host.wait(this.#nextPause(), () => {
      if (!this.#isOver) this.#socket = this.#connect();
    });
  }

  #nextPause(): number {
    const pause = Math.min(PAUSE.first * 2 ** this.#failures, PAUSE.longest);
    this.#failures += 1;
    return pause * (0.5 + this.#host.chance());
  }
}
