// échoue : C3
// confusion : newcomer
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const vuLe = new Map();
  wss.on('connection', (client) => {
    client.on('pong', () => vuLe.set(client, Date.now()));
    client.on('close', () => vuLe.delete(client));
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (Date.now() - (vuLe.get(client) ?? 0) > 2 * intervalle) client.terminate();
      else client.ping();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
