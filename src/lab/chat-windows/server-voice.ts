// What a window's page hears of its server: the answer to its request, then messages, and the Close if there is one.
import { HeadReader, parseResponseHead, ProtocolError, Receiver } from '../../wire/index.ts';

export type Goodbye = { readonly code: number; readonly reason: string };

/** Fed with every byte that the server sends on one connection, in order. */
export class ServerVoice {
  readonly #head = new HeadReader();
  #frames: Receiver | null = null;
  /** The status of the answer: 101, or the refusal's; `null` until its head is whole, or when it has none. */
  status: number | null = null;
  /** What people wrote: who is there, and what else the server says, is not counted. */
  messages = 0;
  /** What the Close frame says; `null` as long as none has come. */
  goodbye: Goodbye | null = null;

  push(bytes: Uint8Array): void {
    try {
      if (this.#frames !== null) {
        this.#read(this.#frames, bytes);
        return;
      }
      if (this.status !== null) return;
      const head = this.#head.push(bytes);
      if (head === null) return;
      this.status = parseResponseHead(head.text).status;
      if (this.status !== 101) return;
      this.#frames = new Receiver({ role: 'client' });
      this.#read(this.#frames, head.rest);
    } catch (error) {
      // The page fails the connection by itself: there is nothing more to hear.
      if (!(error instanceof ProtocolError)) throw error;
    }
  }

  #read(frames: Receiver, bytes: Uint8Array): void {
    for (const event of frames.push(bytes)) {
      if (event.type === 'message' && event.kind === 'text' && isWritten(event.data))
        this.messages += 1;
      if (event.type === 'close') this.goodbye = { code: event.code, reason: event.reason };
    }
  }
}

/** By the protocol of step 5.4: `{ "type": "message", … }`. */
function isWritten(text: string): boolean {
  try {
    const message: unknown = JSON.parse(text);
    return (
      typeof message === 'object' && message !== null && Reflect.get(message, 'type') === 'message'
    );
  } catch {
    return false;
  }
}
