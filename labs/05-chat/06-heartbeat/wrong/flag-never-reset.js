// échoue : C1
// confusion : pong-unheard
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      if (!client.vivant) client.terminate();
      else {
        client.vivant = false;
        client.ping();
      }
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
