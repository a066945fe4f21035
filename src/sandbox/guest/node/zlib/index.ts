// `node:zlib`: deflate, in its three wrappings. Brotli and zstd do not exist here.
import { Buffer } from '../buffer/index.ts';
import { toBytes } from '../crypto/hash.ts';
import { setImmediate } from '../timers.ts';
import { Codec, type CodecKind, type ZlibOptions } from './codec.ts';
import { constants } from './constants.ts';
import { ZlibStream } from './stream.ts';

type Callback = (error: Error | null, result?: Buffer) => void;

function runSync(kind: CodecKind, data: unknown, options: ZlibOptions = {}): Buffer {
  const chunks: Uint8Array[] = [];
  new Codec(kind, options, (chunk) => chunks.push(chunk.slice())).push(
    toBytes(data, 'buffer'),
    options.finishFlush ?? constants.Z_FINISH,
  );
  return Buffer.concat(chunks);
}

/** The three faces of one operation: a stream, a call, a call with a callback. */
function faces(kind: CodecKind) {
  const sync = (data: unknown, options?: ZlibOptions) => runSync(kind, data, options);
  return {
    Stream: class extends ZlibStream {
      constructor(options?: ZlibOptions) {
        super(kind, options);
      }
    },
    create: (options?: ZlibOptions) => new ZlibStream(kind, options),
    sync,
    async: (data: unknown, second: ZlibOptions | Callback, third?: Callback) => {
      const callback = typeof second === 'function' ? second : third;
      setImmediate(() => {
        let result: Buffer;
        try {
          result = sync(data, typeof second === 'function' ? {} : second);
        } catch (error) {
          callback?.(error as Error);
          return;
        }
        callback?.(null, result);
      });
    },
  };
}

const deflate = faces({ action: 'deflate', format: 'zlib' });
const inflate = faces({ action: 'inflate', format: 'zlib' });
const deflateRaw = faces({ action: 'deflate', format: 'raw' });
const inflateRaw = faces({ action: 'inflate', format: 'raw' });
const gzip = faces({ action: 'deflate', format: 'gzip' });
const gunzip = faces({ action: 'inflate', format: 'gzip' });
const unzip = faces({ action: 'inflate', format: 'any' });

const zlib = {
  constants,
  // ws reads these two on the module itself.
  Z_SYNC_FLUSH: constants.Z_SYNC_FLUSH,
  Z_DEFAULT_WINDOWBITS: constants.Z_DEFAULT_WINDOWBITS,
  Deflate: deflate.Stream,
  Inflate: inflate.Stream,
  DeflateRaw: deflateRaw.Stream,
  InflateRaw: inflateRaw.Stream,
  Gzip: gzip.Stream,
  Gunzip: gunzip.Stream,
  Unzip: unzip.Stream,
  createDeflate: deflate.create,
  createInflate: inflate.create,
  createDeflateRaw: deflateRaw.create,
  createInflateRaw: inflateRaw.create,
  createGzip: gzip.create,
  createGunzip: gunzip.create,
  createUnzip: unzip.create,
  deflateSync: deflate.sync,
  inflateSync: inflate.sync,
  deflateRawSync: deflateRaw.sync,
  inflateRawSync: inflateRaw.sync,
  gzipSync: gzip.sync,
  gunzipSync: gunzip.sync,
  unzipSync: unzip.sync,
  deflate: deflate.async,
  inflate: inflate.async,
  deflateRaw: deflateRaw.async,
  inflateRaw: inflateRaw.async,
  gzip: gzip.async,
  gunzip: gunzip.async,
  unzip: unzip.async,
};
export default zlib;
