// What student code may import beside its own files: the same list in the page and under real Node.

/** Without `node:`. Chosen for what a hand-written server needs; nothing here reaches files, processes or the outside. */
export const ALLOWED_BUILTINS: readonly string[] = [
  'buffer',
  'crypto',
  'events',
  'http',
  'net',
  'process',
  'querystring',
  'stream',
  'stream/promises',
  'string_decoder',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
];
