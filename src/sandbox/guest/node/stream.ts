// `node:stream`: readable-stream 4, which is Node's own code made portable.
import stream from 'readable-stream/lib/stream.js';

// Node's own default since version 22; the package still has the old 16 KiB.
stream.setDefaultHighWaterMark(false, 64 * 1024);

export const { Readable, Writable, Duplex, Transform, PassThrough } = stream;
export default stream;
