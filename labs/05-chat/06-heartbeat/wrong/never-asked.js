// échoue : C7
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const vuLe = new WeakMap();
  const voir = (client) => vuLe.set(client, Date.now());
  wss.on('connection', (client) => {
    voir(client);
    client.on('pong', () => voir(client));
    client.on('message', () => voir(client));
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (Date.now() - vuLe.get(client) >= 2 * intervalle) client.terminate();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
