// Une boucle asynchrone sur les tours, que l’arrêt interrompt par un AbortSignal.
import { setInterval as tours } from 'node:timers/promises';

export function surveiller(wss, { intervalle = 30000 } = {}) {
  const vivants = new WeakSet();
  const arret = new AbortController();
  wss.on('connection', (client) => {
    vivants.add(client);
    client.on('pong', () => vivants.add(client));
  });
  battre(wss, vivants, intervalle, arret.signal).catch((erreur) => {
    if (erreur.name !== 'AbortError') throw erreur;
  });
  return () => arret.abort();
}

async function battre(wss, vivants, intervalle, signal) {
  for await (const _ of tours(intervalle, null, { signal })) {
    for (const client of wss.clients) {
      if (vivants.delete(client)) client.ping();
      else client.terminate();
    }
  }
}
