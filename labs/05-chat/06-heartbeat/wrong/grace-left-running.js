// échoue : C5 seulement
// confusion : never-stopped
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const vivants = new WeakSet();
  const coupures = new Map();
  wss.on('connection', (client) => {
    vivants.add(client);
    client.on('pong', () => vivants.add(client));
    client.on('close', () => {
      clearTimeout(coupures.get(client));
      coupures.delete(client);
    });
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      if (vivants.delete(client)) client.ping();
      else if (!coupures.has(client)) {
        client.close(1001);
        coupures.set(
          client,
          setTimeout(() => client.terminate(), 100),
        );
      }
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
