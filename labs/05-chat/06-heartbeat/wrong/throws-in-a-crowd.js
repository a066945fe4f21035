// échoue : C6 seulement
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const vivants = new WeakSet();
  wss.on('connection', (client) => {
    if (wss.clients.size > 400) throw new Error('trop de clients à surveiller');
    vivants.add(client);
    client.on('pong', () => vivants.add(client));
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      if (vivants.delete(client)) client.ping();
      else client.terminate();
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
