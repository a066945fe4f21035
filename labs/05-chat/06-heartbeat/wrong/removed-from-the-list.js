// échoue : C4
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return wss.clients.delete(client);
      client.vivant = false;
      client.ping();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
