// échoue : C2
export function surveiller(wss, { intervalle = 30 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.terminate();
      client.vivant = false;
      client.ping();
    });
  }, intervalle * 1000);
  return () => clearInterval(minuteur);
}
