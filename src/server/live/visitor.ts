// One visitor: a TCP connection on one side, a stream to a tab on the other, and between them the guard on the answer's head.
//
//   asking ──101──► open ──both ends, or a reset──► over
//      └──refusal, no answer, deadline──► refused ──hung up──► over
import type { Socket } from 'node:net';
import {
  type LiveWarning,
  type OpenedGate,
  ResponseGate,
  visitorSentence,
} from '../../live/index.ts';
import type { MuxStream, ResetReason } from '../../mux/index.ts';
import { hangUp, refuse, type RefusalFields, type RefusalWords } from '../refusal.ts';
import type { LiveLimits } from './live-options.ts';
import { tickCork } from './tick-cork.ts';
import type { TokenBucket } from '../token-bucket.ts';

/** What a visitor needs from the tab that it visits. */
export type VisitorHost = {
  readonly limits: LiveLimits;
  /** Bytes to the tab, and from it. */
  readonly inbound: TokenBucket;
  readonly outbound: TokenBucket;
  readonly isCongested: boolean;
  warn(visitor: number, reason: LiveWarning, detail?: string): void;
  /** So many bytes more wait for this visitor to read; negative once it has. */
  unread(bytes: number): void;
  /** The connection is closed. */
  left(visitor: Visitor): void;
};

/** What may still come of an answer that was refused, in bytes, before its connection is reset. */
const MAX_DRAINED = 1024 * 1024;
/** In bytes: what Node keeps for one waiting write beside its payload; a million writes of one byte are no megabyte. */
const WRITE_COST = 512;
/** In characters: a head of 16 KiB may name thousands of fields. */
const MAX_NAMES = 200;
const NOT_ANSWERED = { refused: 'not-listening', busy: 'busy', reset: 'ended-early' } as const;
const RETRY_SOON: RefusalFields = [['Retry-After', '2']];
const HEAD_BEGINS = Buffer.from('HTTP/1.');

function sentenceOf(status: number): RefusalWords {
  return { sentence: visitorSentence(status) };
}

export class Visitor {
  readonly #socket: Socket;
  readonly #stream: MuxStream;
  readonly #host: VisitorHost;
  readonly #gate = new ResponseGate();
  readonly #cork: () => void;
  #phase: 'asking' | 'open' | 'refused' | 'over' = 'asking';
  /** The deadline of the phase: for the head, then for what is left of a refused answer. */
  #deadline: NodeJS.Timeout;
  /** Set while the visitor sends faster than it may. */
  #throttle: NodeJS.Timeout | null = null;
  #unread = 0;
  #drained = 0;

  /** @param head what the student's server is to read first. */
  constructor(socket: Socket, stream: MuxStream, host: VisitorHost, head: Uint8Array) {
    this.#socket = socket;
    this.#stream = stream;
    this.#host = host;
    this.#cork = tickCork(socket);
    this.#deadline = setTimeout(() => {
      this.#refuseUnanswered(504, this.#gate.missing);
    }, host.limits.headTimeout);
    this.#listen();
    stream.handle({
      data: (bytes, consumed) => {
        this.#fromStudent(bytes, consumed);
      },
      end: () => {
        this.#studentEnded();
      },
      reset: (reason) => {
        this.#studentReset(reason);
      },
    });
    this.#fromVisitor(head);
  }

  /** What the student sent and the visitor has not read costs so many bytes here. */
  get unreadBytes(): number {
    return this.#unread;
  }

  /** The tab reads again. */
  resume(): void {
    const { pendingBytes } = this.#stream;
    if (pendingBytes === 0 && !this.#host.isCongested && this.#throttle === null) {
      this.#socket.resume();
    }
  }

  /** It has left more unread than a code can afford. */
  cut(reason: LiveWarning): void {
    if (this.#phase !== 'over') this.#host.warn(this.#stream.id, reason);
    this.#socket.destroy();
    // The callbacks of writes that are no more come later.
    this.#read(this.#unread);
  }

  #listen(): void {
    const socket = this.#socket;
    const { visitorIdleTimeout, halfClosedTimeout } = this.#host.limits;
    // The timeouts of HTTP ended with the upgrade.
    socket.removeAllListeners('timeout');
    socket.setTimeout(visitorIdleTimeout, () => {
      this.cut(this.#unread > 0 ? 'visitor-unread' : 'visitor-idle');
    });
    socket.on('data', (chunk: Buffer) => {
      this.#fromVisitor(chunk);
    });
    socket.on('end', () => {
      socket.setTimeout(halfClosedTimeout);
      this.#stream.end();
    });
    socket.once('close', () => {
      if (this.#throttle !== null) clearTimeout(this.#throttle);
      // What is left of a refused answer is heard out; else a connection that is gone is gone for both.
      if (this.#phase !== 'refused') this.#over();
      this.#host.left(this);
    });
  }

  #fromVisitor(bytes: Uint8Array): void {
    if (this.#phase !== 'asking' && this.#phase !== 'open') return;
    this.#stream.write(bytes, () => {
      if (this.#socket.isPaused()) this.resume();
    });
    const wait = this.#host.inbound.take(bytes.length);
    if (wait > 0) {
      this.#throttle ??= setTimeout(() => {
        this.#throttle = null;
        this.resume();
      }, wait);
    } else if (this.#stream.pendingBytes === 0 && !this.#host.isCongested) return;
    this.#socket.pause();
  }

  #fromStudent(bytes: Uint8Array, consumed: () => void): void {
    if (this.#phase === 'open') {
      this.#send(bytes, consumed);
      return;
    }
    consumed();
    if (this.#phase === 'asking') {
      const opened = this.#gate.push(bytes);
      if (opened !== null) this.#answer(opened);
      return;
    }
    this.#drained += bytes.length;
    if (this.#drained > MAX_DRAINED) this.#over();
  }

  /** Credit goes back to the student once the visitor's kernel has the bytes. */
  #send(bytes: Uint8Array, consumed: () => void): void {
    const { length } = bytes;
    const cost = length + WRITE_COST;
    const wait = this.#host.outbound.take(length);
    this.#cork();
    this.#socket.write(bytes, () => {
      this.#read(cost);
      if (wait > 0) setTimeout(consumed, wait).unref();
      else consumed();
    });
    this.#unread += cost;
    this.#host.unread(cost);
  }

  #read(length: number): void {
    const read = Math.min(length, this.#unread);
    this.#unread -= read;
    this.#host.unread(-read);
  }

  #answer({ outcome, rest }: OpenedGate): void {
    const { id } = this.#stream;
    switch (outcome.kind) {
      case 'upgrade':
        clearTimeout(this.#deadline);
        this.#phase = 'open';
        this.#send(Buffer.concat([Buffer.from(outcome.head, 'latin1'), rest]), () => undefined);
        if (HEAD_BEGINS.equals(rest.subarray(0, HEAD_BEGINS.length)))
          this.#host.warn(id, 'second-head');
        break;
      case 'refusal': {
        const { status, reason, fields, hasBody } = outcome;
        this.#refuse(status, fields, { reason });
        if (status < 300) this.#host.warn(id, 'not-an-upgrade', String(status));
        if (hasBody || rest.length > 0) this.#host.warn(id, 'body-removed');
        break;
      }
      case 'unusable':
        this.#refuseUnanswered(502, outcome.warning, outcome.detail);
        return;
    }
    if (outcome.removed.length > 0) {
      this.#host.warn(id, 'fields-removed', outcome.removed.join(', ').slice(0, MAX_NAMES));
    }
  }

  #studentEnded(): void {
    switch (this.#phase) {
      case 'asking':
        this.#refuseUnanswered(502, 'ended-early');
        break;
      case 'open':
        this.#socket.setTimeout(this.#host.limits.halfClosedTimeout);
        this.#socket.end();
        break;
      case 'refused':
        this.#over();
        break;
      case 'over':
    }
  }

  #studentReset(reason: ResetReason): void {
    const phase = this.#phase;
    if (phase === 'asking') {
      if (reason === 'closed' || reason === 'aborted')
        this.#refuse(503, RETRY_SOON, sentenceOf(503));
      else this.#refuseUnanswered(reason === 'busy' ? 503 : 502, NOT_ANSWERED[reason]);
    } else if (phase === 'open') {
      // A tab that is gone ends its connections; a student's server that resets one does just that.
      if (reason === 'reset') this.#reset();
      else hangUp(this.#socket);
    }
    this.#over();
  }

  /** What the student's server sent before its reset leaves first: it is still corked. */
  #reset(): void {
    this.#socket.uncork();
    this.#socket.resetAndDestroy();
  }

  #refuseUnanswered(status: number, warning: LiveWarning, detail?: string): void {
    this.#host.warn(this.#stream.id, warning, detail);
    this.#refuse(status, [], sentenceOf(status));
  }

  /** Tells the visitor, and hears the student's server out: a reset would be an error that it has not deserved. */
  #refuse(status: number, fields: RefusalFields, words: RefusalWords): void {
    clearTimeout(this.#deadline);
    this.#phase = 'refused';
    refuse(this.#socket, status, [...fields, ['Cache-Control', 'no-store']], words);
    this.#stream.end();
    this.#deadline = setTimeout(() => {
      this.#over();
    }, this.#host.limits.drainTimeout);
    this.#deadline.unref();
  }

  /** Does nothing to a stream that has ended on both sides. */
  #over(): void {
    this.#phase = 'over';
    clearTimeout(this.#deadline);
    this.#stream.reset();
  }
}
