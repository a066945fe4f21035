// Loads `node:http` while timers and sockets are still Node's own, less what the page's `node:http` does not have.

/** An import reads every name: these three would each time make Node load its `fetch`, for 60 ms. */
const LAZY_NAMES = ['WebSocket', 'CloseEvent', 'MessageEvent'];

const http = process.getBuiltinModule('node:http');
for (const name of LAZY_NAMES) Reflect.deleteProperty(http, name);
