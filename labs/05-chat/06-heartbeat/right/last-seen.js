// Des dates, lues à chaque tour.
export function surveiller(wss, options = {}) {
  const intervalle = options.intervalle ?? 30000;
  const vuLe = new Map();
  const voir = (client) => vuLe.set(client, Date.now());
  const suivre = (client) => {
    voir(client);
    client.on('pong', () => voir(client));
    client.on('close', () => vuLe.delete(client));
  };
  wss.clients.forEach(suivre);
  wss.on('connection', suivre);
  const minuteur = setInterval(() => {
    for (const [client, date] of vuLe) {
      if (Date.now() - date > 2 * intervalle) client.terminate();
      else client.ping();
    }
  }, intervalle);
  return {
    arreter() {
      clearInterval(minuteur);
      wss.removeListener('connection', suivre);
    },
  };
}
