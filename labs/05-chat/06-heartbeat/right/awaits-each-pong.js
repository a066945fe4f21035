// À chaque tour, le Pong est attendu comme un événement ; l’attente abandonnée ne laisse pas d’écouteur.
import { once } from 'node:events';

export function surveiller(wss, { intervalle = 30000 } = {}) {
  const enCours = new Map();

  async function repond(client) {
    const attente = new AbortController();
    enCours.set(client, attente);
    client.ping();
    try {
      await once(client, 'pong', { signal: attente.signal });
    } catch {
      return;
    }
    if (enCours.get(client) === attente) enCours.delete(client);
  }

  const tour = setInterval(() => {
    for (const [client, attente] of enCours) {
      attente.abort();
      enCours.delete(client);
      client.terminate();
    }
    for (const client of wss.clients) if (client.readyState === client.OPEN) repond(client);
  }, intervalle);

  return {
    arreter() {
      clearInterval(tour);
      for (const attente of enCours.values()) attente.abort();
    },
  };
}
