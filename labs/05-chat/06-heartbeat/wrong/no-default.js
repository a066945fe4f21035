// échoue : C2 seulement
// confusion : interval-ignored
export function surveiller(wss, options = {}) {
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
  }, options.intervalle ?? 300000);
  return () => clearInterval(minuteur);
}
