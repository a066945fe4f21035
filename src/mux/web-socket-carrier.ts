// A carrier over a WebSocket: each frame is one binary message.
import type { Carrier } from './carrier.ts';

/** What is used of a socket: the browser's `WebSocket`, Node's and `ws`'s all fit. */
export interface WebSocketLike {
  binaryType: string;
  readonly readyState: number;
  /** Bytes given to `send` and not yet on the network. */
  readonly bufferedAmount: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** `ws` only: cuts without waiting for a peer that may no longer read. */
  terminate?(): void;
}

export type WebSocketCarrierOptions = {
  /**
   * Cut when the socket holds more than this many bytes. Credits bound what streams can put there (streams × window);
   * this bounds what a peer that does not read makes us answer. Default 64 MiB.
   */
  readonly maxBufferedBytes?: number;
};

const DEFAULT_MAX_BUFFERED_BYTES = 64 * 1024 * 1024;
const CONNECTING = 0;

/** Takes the socket over: nothing else may use it. It may still be connecting: frames then wait for `open`. */
export function webSocketCarrier(
  socket: WebSocketLike,
  options: WebSocketCarrierOptions = {},
): Carrier {
  const maxBufferedBytes = options.maxBufferedBytes ?? DEFAULT_MAX_BUFFERED_BYTES;
  let early: Uint8Array<ArrayBuffer>[] = [];
  let isOpen = socket.readyState <= 1;
  let onClose: (() => void) | null = null;
  const closed = () => {
    if (!isOpen) return;
    isOpen = false;
    early = [];
    onClose?.();
  };
  const close = () => {
    if (!isOpen) return;
    // Without a code: a browser refuses to send 1003, and no one would read it.
    socket.close();
    closed();
  };
  const cut = () => {
    if (socket.terminate) socket.terminate();
    else socket.close();
    closed();
  };
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('close', closed);
  // Always followed by `close`; without a listener, `ws` would throw.
  socket.addEventListener('error', () => undefined);
  socket.addEventListener('open', () => {
    for (const frame of early.splice(0)) socket.send(frame);
  });
  return {
    send: (frame) => {
      if (!isOpen) return;
      if (socket.readyState === CONNECTING) early.push(frame);
      else if (socket.bufferedAmount > maxBufferedBytes) cut();
      else socket.send(frame);
    },
    onFrame: (listener) => {
      socket.addEventListener('message', ({ data }) => {
        if (!isOpen) return;
        if (data instanceof ArrayBuffer) listener(new Uint8Array(data));
        else close();
      });
    },
    onClose: (listener) => {
      onClose = listener;
      if (!isOpen) listener();
    },
    close,
  };
}
