// What a `WebSocket` needs from the world around it: streams instead of TCP, chance, tasks and time.
import type { ByteStream } from '../mux/byte-stream.ts';

/** Where a `WebSocket` wants to go. */
export type Address = {
  /** As in the URL, IPv6 brackets included. */
  readonly hostname: string;
  readonly port: number;
  /** `wss:`. The host decides what it means: no TLS is spoken here. */
  readonly secure: boolean;
};

export type WebSocketHost = {
  /** A connection, as TCP would give it. A rejection fails the WebSocket connection. */
  connect(address: Address): Promise<ByteStream>;
  /** The page's address: relative URLs are read from it (WHATWG WebSockets §3.1). */
  readonly baseUrl: string;
  /** Of the page, for the `Origin` header; `null` for an opaque origin. */
  readonly origin: string;
  /** Nobody can predict them (RFC 6455 §10.3). */
  randomBytes(size: number): Uint8Array;
  /** Runs `task` later, in order, never inside the script that runs now: events come from there. */
  queueTask(task: () => void): void;
  /** Calls `callback` once, after `milliseconds`; returns what forgets it. */
  after(milliseconds: number, callback: () => void): () => void;
};
