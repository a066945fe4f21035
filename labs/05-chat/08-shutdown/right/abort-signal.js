// Le délai est un signal, qui ne retient pas le programme.
import { once } from 'node:events';

export async function arreter({ serveur, wss, delai }) {
  const signal = AbortSignal.timeout(delai ?? 5000);
  if (serveur.listening) serveur.close();
  wss.close();
  await Promise.all(
    Array.from(wss.clients, async (client) => {
      client.close(1001, 'Le serveur s’arrête');
      try {
        await once(client, 'close', { signal });
      } catch {
        client.terminate();
        await once(client, 'close');
      }
    }),
  );
}
