// Tout ce qui arrive compte pour un signe de vie.
const muets = new WeakMap();

export function surveiller(wss, { intervalle = 30000 } = {}) {
  const entendu = (client) => () => muets.set(client, 0);
  wss.on('connection', (client) => {
    muets.set(client, 0);
    for (const evenement of ['message', 'ping', 'pong']) client.on(evenement, entendu(client));
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      const tours = muets.get(client) ?? 0;
      if (tours > 0) {
        client.terminate();
        continue;
      }
      muets.set(client, tours + 1);
      client.ping(() => {});
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
