// Types of the packages under the virtual Node that have none: they implement Node's own interfaces.

declare module 'events/events.js' {
  import type { EventEmitter } from 'node:events';
  const emitter: typeof EventEmitter;
  export default emitter;
}

declare module 'readable-stream/lib/stream.js' {
  import type stream from 'node:stream';
  const legacyStream: typeof stream;
  export default legacyStream;
}

declare module 'string_decoder/lib/string_decoder.js' {
  import type stringDecoder from 'node:string_decoder';
  const module: typeof stringDecoder;
  export default module;
}
