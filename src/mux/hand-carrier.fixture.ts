// A mux alone against a peer written by hand, frame by frame.
import type { Carrier } from './carrier.ts';
import { decodeMuxFrame, encodeMuxFrame, type MuxFrame } from './mux-frame.ts';
import { createMux, type IncomingStream, type MuxOptions } from './mux.ts';
import type { MuxStream } from './mux-stream.ts';

/** A carrier whose other end is the test: `receive` plays the peer, `sent` is what it was told. */
export class HandCarrier implements Carrier {
  readonly sent: MuxFrame[] = [];
  isClosed = false;
  #onFrame: (frame: Uint8Array) => void = () => undefined;
  #onClose: () => void = () => undefined;
  send(frame: Uint8Array<ArrayBuffer>): void {
    this.sent.push(decodeMuxFrame(frame));
  }
  onFrame(listener: (frame: Uint8Array) => void): void {
    this.#onFrame = listener;
  }
  onClose(listener: () => void): void {
    this.#onClose = listener;
  }
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.#onClose();
  }
  receive(...frames: (MuxFrame | Uint8Array)[]): void {
    for (const frame of frames) {
      this.#onFrame(frame instanceof Uint8Array ? frame : encodeMuxFrame(frame));
    }
  }
}

/** An accepter with a window of 2,000 bytes that accepts every stream and never consumes. */
export function accepter(options: Partial<MuxOptions> = {}) {
  const carrier = new HandCarrier();
  const streams: MuxStream[] = [];
  const received: number[] = [];
  const resets: string[] = [];
  const onStream = (incoming: IncomingStream) => {
    const stream = incoming.accept();
    streams.push(stream);
    stream.handle({
      data: (bytes) => received.push(bytes.length),
      end: () => received.push(0),
      reset: (reason) => resets.push(reason),
    });
  };
  const mux = createMux(carrier, { side: 'accepter', window: 2000, onStream, ...options });
  return { carrier, mux, streams, received, resets };
}

export const OPEN = { type: 'open', stream: 1, window: 1000, metadata: { port: 80 } } as const;
export const data = (length: number, stream = 1) =>
  ({ type: 'data', stream, bytes: new Uint8Array(length) }) as const;
