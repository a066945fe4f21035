// échoue : C4
// confusion : close-waits
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client, requete) => {
    client.vivant = true;
    client.prise = requete.socket;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.prise.end();
      client.vivant = false;
      client.ping();
    });
  }, intervalle);
  return () => clearInterval(minuteur);
}
