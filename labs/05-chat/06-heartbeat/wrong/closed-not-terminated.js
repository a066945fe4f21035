// échoue : C4
// confusion : close-waits
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.close();
      client.vivant = false;
      client.ping();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
