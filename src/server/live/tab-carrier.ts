// The multiplexer's carrier on a tab's WebSocket: no copy on the way in, few writes on the way out, and a word when the tab is slow.
import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';
import { LIVE_CLOSE } from '../../live/index.ts';
import { type Carrier, HEADER_LENGTH, writeDataHeader } from '../../mux/index.ts';
import { frameStartSize, writeFrameStart } from './frame-start.ts';
import { tickCork } from './tick-cork.ts';

export interface TabCarrier extends Carrier {
  /** The tab does not read as fast as its visitors write: whoever can should wait for `onDrain`. */
  readonly isCongested: boolean;
  /** Called once, by the tab. */
  onDrain(listener: () => void): void;
  /** Called once, by the tab: text messages are none of the multiplexer's. */
  onText(listener: (text: string) => void): void;
}

/** In bytes: what Node keeps for one waiting frame beside its payload. */
const FRAME_COST = 512;
/** A tab that leaves so many times its high water unread is cut: credits and pauses have not stopped what we owe it. */
const CUT_AT = 32;
/** In bytes: a shorter payload is copied behind its header, which costs less than a second piece to write. */
const JOINED_BELOW = 4096;

/**
 * Takes the messages over. `socket` is what `tab` runs on, and `highWater` is in bytes.
 * Frames are written on the socket itself: `ws`, without compression, writes its own whole and at once, so none is cut in two.
 */
export function tabCarrier(tab: WebSocket, socket: Writable, highWater: number): TabCarrier {
  const cork = tickCork(socket);
  let isOpen = true;
  let isCongested = false;
  /** At least what waits in the socket, in bytes. */
  let waiting = 0;
  let drained: () => void = () => undefined;
  let told: (text: string) => void = () => undefined;
  const flushed = () => {
    isCongested = false;
    waiting = socket.writableLength;
    if (isOpen) drained();
  };
  const write = (bytes: Uint8Array) => {
    if (waiting > CUT_AT * highWater) {
      tab.terminate();
    } else if (waiting > highWater && !isCongested) {
      isCongested = true;
      socket.write(bytes, flushed);
    } else {
      socket.write(bytes);
    }
  };
  /** Whether a message of `length` bytes may go; it is then counted. */
  const admit = (length: number) => {
    if (!isOpen || tab.readyState !== tab.OPEN) return false;
    if (socket.writableLength === 0) waiting = 0;
    waiting += length + FRAME_COST;
    cork();
    return true;
  };
  return {
    get isCongested() {
      return isCongested;
    },
    send: (frame) => {
      if (!admit(frame.length)) return;
      const start = frameStartSize(frame.length);
      const message = Buffer.allocUnsafe(start + frame.length);
      writeFrameStart(message, frame.length);
      message.set(frame, start);
      write(message);
    },
    sendData: (stream, bytes) => {
      const length = HEADER_LENGTH + bytes.length;
      if (!admit(length)) return;
      const start = frameStartSize(length);
      const isJoined = bytes.length < JOINED_BELOW;
      const message = Buffer.allocUnsafe(start + (isJoined ? length : HEADER_LENGTH));
      writeFrameStart(message, length);
      writeDataHeader(message, start, stream);
      if (isJoined) {
        message.set(bytes, start + HEADER_LENGTH);
        write(message);
        return;
      }
      socket.write(message);
      write(bytes);
    },
    onFrame: (listener) => {
      tab.on('message', (data, isBinary) => {
        if (!isOpen) return;
        // `nodebuffer`, the default of `ws`, gives one Buffer for each message.
        if (isBinary) listener(data as Buffer);
        else told((data as Buffer).toString());
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
    onText: (listener) => {
      told = listener;
    },
  };
}
