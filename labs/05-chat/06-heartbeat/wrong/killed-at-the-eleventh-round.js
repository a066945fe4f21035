// échoue : C1 seulement
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.tours = 0;
    client.vivant = true;
    client.on('pong', () => (client.vivant = true));
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      client.tours += 1;
      if (!client.vivant || client.tours > 10) {
        client.terminate();
        continue;
      }
      client.vivant = false;
      client.ping();
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
