// échoue : C6 seulement
// confusion : listeners-pile-up
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.terminate();
      client.vivant = false;
      client.setMaxListeners(0);
      client.on('pong', () => {
        client.vivant = true;
      });
      client.ping();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
