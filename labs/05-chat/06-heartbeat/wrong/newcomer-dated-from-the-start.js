// échoue : C3 seulement
// confusion : newcomer
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const debut = Date.now();
  const vuLe = new WeakMap();
  wss.on('connection', (client) => {
    client.on('pong', () => vuLe.set(client, Date.now()));
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      const date = vuLe.get(client) ?? debut;
      if (Date.now() - date > 2 * intervalle) client.terminate();
      else client.ping();
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
