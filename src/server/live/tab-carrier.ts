// The multiplexer's carrier on a tab's WebSocket: no copy on the way in, one write a turn on the way out, and a word when the tab is slow.
import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';
import { LIVE_CLOSE } from '../../live/index.ts';
import type { Carrier } from '../../mux/index.ts';
import { tickCork } from './tick-cork.ts';

export interface TabCarrier extends Carrier {
  /** The tab does not read as fast as its visitors write: whoever can should wait for `onDrain`. */
  readonly isCongested: boolean;
  /** Called once, by the tab. */
  onDrain(listener: () => void): void;
}

/** In bytes: what Node keeps for one waiting frame beside its payload. */
const FRAME_COST = 512;
/** A tab that leaves so many times its high water unread is cut: credits and pauses have not stopped what we owe it. */
const CUT_AT = 32;
const BINARY = { binary: true } as const;

/** Takes the binary messages over. `socket` is what `tab` runs on; `highWater` is in bytes. */
export function tabCarrier(tab: WebSocket, socket: Writable, highWater: number): TabCarrier {
  const cork = tickCork(socket);
  let isOpen = true;
  let isCongested = false;
  /** At least what waits in the socket, in bytes. */
  let waiting = 0;
  let drained: () => void = () => undefined;
  const flushed = () => {
    isCongested = false;
    waiting = socket.writableLength;
    if (isOpen) drained();
  };
  return {
    get isCongested() {
      return isCongested;
    },
    send: (frame) => {
      if (!isOpen || tab.readyState !== tab.OPEN) return;
      if (socket.writableLength === 0) waiting = 0;
      waiting += frame.length + FRAME_COST;
      cork();
      if (waiting > CUT_AT * highWater) {
        tab.terminate();
      } else if (waiting > highWater && !isCongested) {
        isCongested = true;
        tab.send(frame, BINARY, flushed);
      } else {
        tab.send(frame, BINARY);
      }
    },
    onFrame: (listener) => {
      tab.on('message', (data, isBinary) => {
        // `nodebuffer`, the default of `ws`, gives one Buffer for each message.
        if (isOpen && isBinary) listener(data as Buffer);
      });
    },
    onClose: (listener) => {
      tab.once('close', () => {
        isOpen = false;
        listener();
      });
    },
    close: () => {
      isOpen = false;
      // Still open, it has broken the multiplexer's rules: it would again.
      if (tab.readyState === tab.OPEN) tab.close(LIVE_CLOSE.BAD_CLAIM);
    },
    onDrain: (listener) => {
      drained = listener;
    },
  };
}
