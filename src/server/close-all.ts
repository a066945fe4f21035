// How WebSockets end when the server stops: each gets its closing handshake, and none more time than there is.
import type { WebSocket } from 'ws';

/** The server goes away (RFC 6455 §7.4.1). */
const GOING_AWAY = 1001;

/** Resolves when every one of `clients` is closed; what is left when `deadline` aborts is cut. */
export async function closeAll(
  clients: ReadonlySet<WebSocket>,
  deadline: AbortSignal,
): Promise<void> {
  const cut = () => {
    for (const client of clients) client.terminate();
  };
  deadline.addEventListener('abort', cut);
  const closings = [...clients].map((client) => {
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.close(GOING_AWAY);
    return closed;
  });
  if (deadline.aborted) cut();
  await Promise.all(closings);
  deadline.removeEventListener('abort', cut);
}
