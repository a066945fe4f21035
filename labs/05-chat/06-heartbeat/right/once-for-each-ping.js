// Le Ping est numéroté, et son écouteur ne sert qu’une fois.
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const attendus = new WeakMap();
  let tour = 0;
  const minuteur = setInterval(() => {
    tour += 1;
    wss.clients.forEach((client) => {
      if (attendus.has(client)) return client.terminate();
      attendus.set(client, tour);
      client.once('pong', (donnees) => {
        if (donnees.readUInt32BE(0) === attendus.get(client)) attendus.delete(client);
      });
      const numero = Buffer.alloc(4);
      numero.writeUInt32BE(tour);
      client.ping(numero);
    });
  }, intervalle);
  return { arreter: () => clearInterval(minuteur) };
}
