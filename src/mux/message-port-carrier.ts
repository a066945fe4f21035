// A carrier over a MessagePort: each frame is transferred, not copied.
import type { Carrier } from './carrier.ts';

/** What is used of a port: the browser's and Node's `worker_threads` both fit. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'messageerror' | 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

/** Not every browser tells the other side that a port was closed: this message does. */
const GOODBYE = null;

/**
 * Takes the port over: nothing else may use it. Whoever kills a worker must also `close()` its carrier,
 * since a killed realm says no goodbye.
 */
export function messagePortCarrier(port: MessagePortLike): Carrier {
  let isOpen = true;
  let onClose: (() => void) | null = null;
  const closed = () => {
    if (!isOpen) return;
    isOpen = false;
    port.close();
    onClose?.();
  };
  const close = () => {
    if (!isOpen) return;
    port.postMessage(GOODBYE, []);
    closed();
  };
  port.addEventListener('close', closed);
  port.addEventListener('messageerror', close);
  return {
    send: (frame) => {
      if (!isOpen) return;
      // A view on a larger buffer would take the rest of that buffer away from its owner.
      const whole = frame.byteLength === frame.buffer.byteLength ? frame : frame.slice();
      port.postMessage(whole.buffer, [whole.buffer]);
    },
    onFrame: (listener) => {
      port.addEventListener('message', ({ data }) => {
        if (!isOpen) return;
        if (data instanceof ArrayBuffer) listener(new Uint8Array(data));
        else if (data === GOODBYE) closed();
        else close();
      });
      port.start();
    },
    onClose: (listener) => {
      onClose = listener;
      if (!isOpen) listener();
    },
    close,
  };
}
