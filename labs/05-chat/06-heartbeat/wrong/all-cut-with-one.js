// échoue : C1 seulement
// confusion : shared-flag
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const attendus = new Set();
  wss.on('connection', (client) => {
    client.on('pong', () => attendus.delete(client));
    client.on('close', () => attendus.delete(client));
  });
  const minuteur = setInterval(() => {
    if (attendus.size > 0) {
      wss.clients.forEach((client) => client.terminate());
      return;
    }
    wss.clients.forEach((client) => {
      attendus.add(client);
      client.ping();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
