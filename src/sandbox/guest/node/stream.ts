// `node:stream`: readable-stream 4, which is Node's own code made portable.
import stream from 'readable-stream/lib/stream.js';

export const { Readable, Writable, Duplex, Transform, PassThrough } = stream;
export default stream;
