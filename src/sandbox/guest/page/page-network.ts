// The page's `WebSocket`: the standard's class over streams that the grader, or a preview, accepts.
import { createWebSocketClass, type WebSocketClass } from '../../../browser-websocket/index.ts';
import type { Mux } from '../../../mux/index.ts';
import type { VirtualTimers } from '../../../realm/virtual-date.ts';

/** Where the page would be, were it served by the student's own server. */
export const PAGE_ADDRESS = 'http://localhost:8080/';

const getRandomValues = crypto.getRandomValues.bind(crypto);

export type PageNetworkOptions = {
  readonly mux: Mux;
  readonly timers: VirtualTimers;
  /** Runs tasks in order, each in a turn of its own. */
  readonly queueTask: (task: () => void) => void;
};

export function createPageWebSocket({
  mux,
  timers,
  queueTask,
}: PageNetworkOptions): WebSocketClass {
  return createWebSocketClass({
    connect: ({ port }) => mux.connect({ port }),
    baseUrl: PAGE_ADDRESS,
    origin: new URL(PAGE_ADDRESS).origin,
    randomBytes: (size) => getRandomValues(new Uint8Array(size)),
    queueTask,
    after: (milliseconds, callback) => {
      const timeout = timers.setTimeout(callback, milliseconds);
      return () => {
        timers.clearTimeout(timeout);
      };
    },
  });
}
