// Finds peers that are gone without a word: a laptop asleep, a cable pulled out.
import type { WebSocket } from 'ws';

export type Heartbeat = { watch(client: WebSocket): void; stop(): void };

/** Pings twice in each `idleTimeout`, and cuts whoever was not heard since two pings. */
export function startHeartbeat(clients: ReadonlySet<WebSocket>, idleTimeout: number): Heartbeat {
  const unansweredPings = new WeakMap<WebSocket, number>();
  const timer = setInterval(() => {
    for (const client of clients) {
      const unanswered = unansweredPings.get(client) ?? 0;
      if (unanswered >= 2) {
        client.terminate();
      } else {
        unansweredPings.set(client, unanswered + 1);
        client.ping();
      }
    }
  }, idleTimeout / 2);
  timer.unref();
  return {
    watch: (client) => {
      for (const event of ['message', 'ping', 'pong'] as const) {
        client.on(event, () => unansweredPings.set(client, 0));
      }
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
