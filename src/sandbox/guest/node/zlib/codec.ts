// One compression or decompression in progress, on pako: bytes in, chunks out.
import { Deflate, Inflate } from 'pako';

import { nodeError } from '../errors.ts';
import { constants, errorName } from './constants.ts';

export type Format = 'raw' | 'zlib' | 'gzip' | 'any';
export type ZlibOptions = {
  readonly level?: number;
  readonly windowBits?: number;
  readonly memLevel?: number;
  readonly strategy?: 0 | 1 | 2 | 3 | 4;
  readonly chunkSize?: number;
  readonly dictionary?: Uint8Array;
  readonly finishFlush?: number;
};
export type CodecKind = { readonly action: 'deflate' | 'inflate'; readonly format: Format };
type FlushMode = 0 | 1 | 2 | 3 | 4 | 5;

/** zlib cannot do a 256-byte raw window: it silently takes the next, as Node does. */
const SMALLEST_RAW_WINDOW = 9;
const DETECT_FORMAT = 32;

export class Codec {
  readonly #engine: Deflate | Inflate;
  readonly #isInflate: boolean;
  #hasEnded = false;

  constructor(
    { action, format }: CodecKind,
    options: ZlibOptions,
    onData: (chunk: Uint8Array) => void,
  ) {
    this.#isInflate = action === 'inflate';
    const {
      windowBits = constants.Z_DEFAULT_WINDOWBITS,
      chunkSize = constants.Z_DEFAULT_CHUNK,
      dictionary,
    } = options;
    const shared = {
      chunkSize,
      raw: format === 'raw',
      ...(dictionary && { dictionary: new Uint8Array(dictionary) }),
    };
    if (this.#isInflate) {
      this.#engine = new Inflate({
        ...shared,
        windowBits: format === 'any' || format === 'gzip' ? windowBits + DETECT_FORMAT : windowBits,
      });
    } else {
      const {
        level = constants.Z_DEFAULT_COMPRESSION,
        memLevel = constants.Z_DEFAULT_MEMLEVEL,
        strategy = 0,
      } = options;
      const window = format === 'raw' ? Math.max(windowBits, SMALLEST_RAW_WINDOW) : windowBits;
      this.#engine = new Deflate({
        ...shared,
        windowBits: window,
        level,
        memLevel,
        strategy,
        gzip: format === 'gzip',
      });
    }
    this.#engine.onData = onData;
    this.#engine.onEnd = () => {
      this.#hasEnded = true;
    };
  }

  /** The compressed stream said that it was over; what follows it is not read. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Throws zlib's error, with `code` (`Z_DATA_ERROR`) and `errno`. */
  push(bytes: Uint8Array, flush: number): void {
    if (this.#hasEnded) return;
    // An inflater always gives all it can, as Node's does; pako would wait for a full chunk.
    const mode = this.#isInflate && flush !== constants.Z_FINISH ? constants.Z_SYNC_FLUSH : flush;
    this.#engine.push(bytes, mode as FlushMode);
    const { err: status, msg } = this.#engine;
    if (status === constants.Z_OK) return;
    const reason =
      status === constants.Z_BUF_ERROR ? 'unexpected end of file' : msg || 'invalid data';
    throw nodeError(Error, errorName(status), reason, { errno: status });
  }
}
