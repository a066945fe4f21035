// Watches, from before the student's code loads, which servers listen and which errors of a connection nobody hears.

const MODULE = 'correcteur/veille.js';

/**
 * An `error` that nobody listens for ends a Node program. Here it is counted instead, so that one check can tell of it
 * without the end of the others.
 */
export const WATCH: Readonly<Record<string, string>> = {
  [MODULE]: `
import { Server } from 'node:net';
import { WebSocket } from 'ws';

export const servers = [];
export const unheard = [];
const { apply } = Reflect;

const { listen } = Server.prototype;
Server.prototype.listen = function (...args) {
  servers[servers.length] = this;
  return apply(listen, this, args);
};

const { emit, listenerCount } = WebSocket.prototype;
WebSocket.prototype.emit = function (...args) {
  if (args[0] === 'error' && apply(listenerCount, this, ['error']) === 0) {
    unheard[unheard.length] = String(args[1]?.message);
    return false;
  }
  return apply(emit, this, args);
};
`,
};

/** Evidence: the ports on which a server listens. */
export const LISTENING_PORTS = `
await clock.settle();
const ports = [];
for (const server of modules['${MODULE}'].servers) {
  const port = server.address()?.port;
  if (port !== undefined) ports[ports.length] = port;
}
return ports;`;

/** Evidence: how many errors nobody has heard. */
export const UNHEARD_ERRORS = `return modules['${MODULE}'].unheard.length;`;
