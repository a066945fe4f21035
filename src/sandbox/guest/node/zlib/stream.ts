// Compression as a Node stream: what permessage-deflate needs, and `pipe`.
import { Buffer, view } from '../buffer/index.ts';
import { nextTick } from '../event-loop.ts';
import { Transform } from '../stream.ts';
import { setImmediate } from '../timers.ts';
import { Codec, type CodecKind, type ZlibOptions } from './codec.ts';
import { constants } from './constants.ts';

type Callback = (error?: Error | null) => void;

export class ZlibStream extends Transform {
  readonly #kind: CodecKind;
  readonly #options: ZlibOptions;
  #codec: Codec;
  bytesWritten = 0;
  /** Empty chunks that stand for a flush, among those that are written. */
  readonly #flushes = new WeakMap<Uint8Array, number>();

  constructor(kind: CodecKind, options: ZlibOptions = {}) {
    super({ autoDestroy: true, decodeStrings: true });
    this.#kind = kind;
    this.#options = options;
    this.#codec = this.#makeCodec();
  }

  #makeCodec(): Codec {
    const codec: Codec = new Codec(this.#kind, this.#options, (chunk) => {
      // After reset() an old codec may still be in its loop (ws resets when a message is too big).
      if (codec === this.#codec && !this.destroyed) this.push(view(chunk.slice()));
    });
    return codec;
  }

  override _transform(chunk: Uint8Array, _encoding: string, callback: Callback): void {
    this.bytesWritten += chunk.length;
    this.#run(chunk, this.#flushes.get(chunk) ?? constants.Z_NO_FLUSH, callback);
  }

  override _flush(callback: Callback): void {
    this.#run(new Uint8Array(0), this.#options.finishFlush ?? constants.Z_FINISH, callback);
  }

  /** In a later turn, as Node's runs on its thread pool. */
  #run(chunk: Uint8Array, flush: number, callback: Callback): void {
    setImmediate(() => {
      if (this.destroyed) return;
      const codec = this.#codec;
      const isOver = codec.hasEnded;
      try {
        codec.push(chunk, flush);
      } catch (error) {
        this.destroy(error as Error);
        return;
      }
      // Bytes after the end of the compressed stream end the decompressed one.
      if (
        isOver &&
        chunk.length > 0 &&
        this.#kind.action === 'inflate' &&
        codec === this.#codec &&
        !this.readableEnded
      )
        this.push(null);
      callback();
    });
  }

  /** flush([kind][, callback]): everything written so far comes out, then `callback`. */
  flush(kind?: number | (() => void), callback?: () => void): void {
    const done = typeof kind === 'function' ? kind : callback;
    if (this.writableFinished) {
      if (done) nextTick(done);
      return;
    }
    const marker = Buffer.alloc(0);
    this.#flushes.set(marker, typeof kind === 'number' ? kind : constants.Z_FULL_FLUSH);
    this.write(marker, done ?? (() => undefined));
  }

  /** Forgets everything, for a new and unrelated stream. */
  reset(): void {
    this.#codec = this.#makeCodec();
  }

  params(_level: number, _strategy: number, callback: () => void): void {
    nextTick(callback);
  }

  close(callback?: () => void): void {
    if (callback) this.once('close', callback);
    this.destroy();
  }
}
