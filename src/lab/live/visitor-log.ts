// The visitors of a server online, made from what passed on their connections: who, since when, how it went, how many bytes.
import type { WireEvent } from '../inspector/wire-event.ts';
import { HandshakeObserver, type Answer } from './handshake-observer.ts';

export type Visitor = {
  readonly number: number;
  /** « Visiteur 1, 192.168.1.12 ». */
  readonly label: string;
  /** Milliseconds since the server went online. */
  readonly at: number;
  readonly isBrowser: boolean | null;
  /** `null` until the head of the student's answer is whole. */
  readonly answer: Answer | null;
  /** `left`: it has said that it leaves, and the connection is still there. */
  readonly end: 'fin' | 'reset' | 'left' | null;
  /** Bytes that came to the student's server, and that it sent; heads included. */
  readonly received: number;
  readonly sent: number;
  /** Bytes have passed after the heads: frames. */
  readonly framed: boolean;
  /** What the relay, or the rules of the handshake, hold against it: sentences. */
  readonly remarks: readonly string[];
};

type Entry = { visitor: Visitor; readonly observer: HandshakeObserver };

/** Visits remembered; those that are over go first. */
const REMEMBERED = 250;

export class VisitorLog {
  readonly #entries = new Map<number, Entry>();
  #total = 0;

  /** Every visit so far, the forgotten and the missed ones included. */
  get total(): number {
    return this.#total;
  }

  /** In the order in which they came. */
  get visitors(): readonly Visitor[] {
    return [...this.#entries.values()].map(({ visitor }) => visitor);
  }

  add(event: WireEvent): void {
    if (event.kind === 'opened') {
      this.#open(event);
      return;
    }
    const entry = this.#entries.get(event.connection);
    if (entry === undefined) return;
    const { visitor, observer } = entry;
    if (event.kind === 'ended') {
      entry.visitor = { ...visitor, end: visitor.end ?? event.how };
      return;
    }
    const { direction, bytes, omitted } = event;
    observer[direction](bytes);
    entry.visitor = {
      ...visitor,
      [direction]: visitor[direction] + bytes.length + omitted,
      isBrowser: observer.isBrowser,
      answer: observer.answer,
      framed: observer.framed,
    };
  }

  /** Visits of which nothing is known but their number. */
  miss(visits: number): void {
    this.#total += visits;
  }

  remark(connection: number, sentence: string): void {
    const entry = this.#entries.get(connection);
    if (entry === undefined || entry.visitor.remarks.includes(sentence)) return;
    entry.visitor = { ...entry.visitor, remarks: [...entry.visitor.remarks, sentence] };
  }

  /** It has closed on its side; how the connection itself ends later is of no more interest. */
  leave(connection: number): void {
    const entry = this.#entries.get(connection);
    if (entry === undefined) return;
    entry.visitor = { ...entry.visitor, end: entry.visitor.end ?? 'left' };
  }

  /** The server is gone, and with it every connection that was open. */
  endAll(): void {
    for (const entry of this.#entries.values()) {
      entry.visitor = { ...entry.visitor, end: entry.visitor.end ?? 'reset' };
    }
  }

  #open({ connection, at, label }: Extract<WireEvent, { kind: 'opened' }>): void {
    this.#total += 1;
    const visitor: Visitor = {
      number: connection,
      label,
      at,
      isBrowser: null,
      answer: null,
      end: null,
      received: 0,
      sent: 0,
      framed: false,
      remarks: [],
    };
    this.#entries.set(connection, { visitor, observer: new HandshakeObserver() });
    if (this.#entries.size <= REMEMBERED) return;
    const over = [...this.#entries].find(([, entry]) => entry.visitor.end !== null);
    if (over !== undefined) this.#entries.delete(over[0]);
  }
}
