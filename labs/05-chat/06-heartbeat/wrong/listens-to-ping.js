// échoue : C1
// confusion : pong-unheard
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('ping', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.terminate();
      client.vivant = false;
      client.ping();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
