// échoue : C5
// confusion : timers-pile-up
export function surveiller(wss, { intervalle = 30000 } = {}) {
  let minuteur;
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
    minuteur = setInterval(() => {
      if (!client.vivant) return client.terminate();
      client.vivant = false;
      client.ping();
    }, intervalle);
  });
  return () => clearInterval(minuteur);
}
