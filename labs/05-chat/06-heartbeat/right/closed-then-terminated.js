// Poli : un Close d’abord, puis la coupure, dans la foulée.
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const vivants = new WeakSet();
  wss.on('connection', (client) => {
    vivants.add(client);
    client.on('pong', () => vivants.add(client));
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      if (vivants.delete(client)) {
        client.ping();
        continue;
      }
      client.close(1001);
      setImmediate(() => client.terminate());
    }
  }, intervalle);
  return () => void clearInterval(minuteur);
}
