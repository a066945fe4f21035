// échoue : C5 seulement
// confusion : never-stopped
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  return setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.terminate();
      client.vivant = false;
      client.ping();
    });
  }, intervalle);
}
