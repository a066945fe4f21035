// échoue : C7 seulement
// confusion : ping-is-a-message
export function surveiller(wss, { intervalle = 30000 } = {}) {
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
      client.send(JSON.stringify({ type: 'ping' }));
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
