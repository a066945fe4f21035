// The inspector without its views: events in, entries out, in memory that does not grow with what passes.
import { DirectionReader, type Conversation, type NewEntry } from './direction-reader.ts';
import type { Entry, Sender } from './entry.ts';
import type { WireDirection, WireEvent } from './wire-event.ts';

/** How many entries are kept: the latest. */
export const KEPT_ENTRIES = 500;

/** Connections that never end are forgotten past this many: a page that floods must not fill ours. */
const KEPT_CONNECTIONS = 500;

export type InspectorOptions = {
  /** What the student's program is. Default: `server`. */
  readonly side?: Sender;
  /** `frames`: connections are already open when they begin. Default: `head`. */
  readonly startsWith?: 'head' | 'frames';
  /** Frames are shown as bytes: a later lab teaches to read them. Default: false. */
  readonly framesLater?: boolean;
};

type Connection = {
  readonly label: string;
  readonly readers: ReadonlyMap<WireDirection, DirectionReader>;
};

export class InspectorModel {
  readonly #options: Required<InspectorOptions>;
  readonly #connections = new Map<number, Connection>();
  readonly #entries: Entry[] = [];
  #count = 0;

  constructor(options: InspectorOptions = {}) {
    this.#options = { side: 'server', startsWith: 'head', framesLater: false, ...options };
  }

  /** The latest ones, in order. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** How many entries there have been, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** Who a connection is, or null when it said nothing of itself. */
  labelOf(connection: number): string | null {
    const label = this.#connections.get(connection)?.label ?? '';
    return label === '' ? null : label;
  }

  /** Never throws for what the bytes hold. */
  push(event: WireEvent): void {
    switch (event.kind) {
      case 'opened':
        this.#connections.delete(event.connection);
        this.#connect(event, event.label);
        this.#list(event, { kind: 'opened', label: event.label });
        return;
      case 'bytes': {
        const reader = this.#readerOf(event, event.direction);
        reader.push(event.bytes, event.at);
        if (event.omitted > 0) reader.skip(event.omitted, event.at);
        return;
      }
      case 'ended':
        this.#end(event);
    }
  }

  /** Forgets the entries; connections that are open go on where they are. */
  clear(): void {
    this.#entries.length = 0;
    this.#count = 0;
  }

  #end(event: Extract<WireEvent, { kind: 'ended' }>): void {
    const { direction, how } = event;
    const isOver = direction === 'both' || how === 'reset';
    for (const each of ['received', 'sent'] as const) {
      if (isOver || each === direction) this.#readerOf(event, each).cut();
    }
    this.#list(event, { kind: 'ended', direction, how });
  }

  #readerOf(event: WireEvent, direction: WireDirection): DirectionReader {
    const connection = this.#connections.get(event.connection) ?? this.#connect(event, '');
    const reader = connection.readers.get(direction);
    if (reader === undefined) throw new Error('A connection has two directions');
    return reader;
  }

  #connect(event: WireEvent, label: string): Connection {
    const conversation: Conversation = { request: null, response: null, extensions: [] };
    const { side, startsWith, framesLater } = this.#options;
    const other: Sender = side === 'server' ? 'client' : 'server';
    const readerOf = (direction: WireDirection): DirectionReader =>
      new DirectionReader({
        direction,
        sender: direction === 'sent' ? side : other,
        conversation,
        startsWith,
        framesLater,
        list: (entry, at) => this.#list({ connection: event.connection, at }, entry),
      });
    const readers = new Map((['received', 'sent'] as const).map((it) => [it, readerOf(it)]));
    const connection = { label, readers };
    this.#connections.set(event.connection, connection);
    const [oldest] = this.#connections.keys();
    if (this.#connections.size > KEPT_CONNECTIONS && oldest !== undefined) {
      this.#connections.delete(oldest);
    }
    return connection;
  }

  #list({ connection, at }: Pick<WireEvent, 'connection' | 'at'>, entry: NewEntry): Entry {
    this.#count++;
    const listed: Entry = { ...entry, number: this.#count, connection, at, revision: 0 };
    this.#entries.push(listed);
    if (this.#entries.length > KEPT_ENTRIES) this.#entries.shift();
    return listed;
  }
}
