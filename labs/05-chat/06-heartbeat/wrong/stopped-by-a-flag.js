// échoue : C5 seulement
// confusion : never-stopped
export function surveiller(wss, { intervalle = 30000 } = {}) {
  let actif = true;
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  setInterval(() => {
    if (!actif) return;
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.terminate();
      client.vivant = false;
      client.ping();
    });
  }, intervalle);
  return () => {
    actif = false;
  };
}
