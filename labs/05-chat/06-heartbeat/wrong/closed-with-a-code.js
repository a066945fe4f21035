// échoue : C4
// confusion : close-waits
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const vivants = new WeakSet();
  wss.on('connection', (client) => {
    vivants.add(client);
    client.on('pong', () => vivants.add(client));
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      if (vivants.delete(client)) client.ping();
      else client.close(1001, 'muet');
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
