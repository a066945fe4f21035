// Le journal nomme chaque client d’après sa requête, et règle la connexion.
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const muets = new WeakMap();
  const suivre = (client, requete) => {
    muets.set(client, 0);
    client.on('pong', () => muets.set(client, 0));
    if (requete === undefined) return;
    requete.socket.setKeepAlive(true, intervalle);
    const { remoteAddress, remotePort } = requete.connection;
    const agent = requete.rawHeaders.findIndex((nom) => nom.toLowerCase() === 'user-agent');
    console.log(`${remoteAddress}:${remotePort}`, requete.httpVersion, requete.rawHeaders[agent + 1]);
  };
  for (const client of wss.clients) suivre(client);
  wss.on('connection', suivre);
  const tour = setInterval(() => {
    for (const client of wss.clients) {
      const tours = muets.get(client) ?? 0;
      muets.set(client, tours + 1);
      if (tours > 0) client.terminate();
      else client.ping();
    }
  }, intervalle);
  return () => {
    clearInterval(tour);
    wss.off('connection', suivre);
  };
}
