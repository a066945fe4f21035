// échoue : C1
// confusion : judged-too-soon
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      client.vivant = false;
      client.ping();
      setTimeout(() => {
        if (!client.vivant) client.terminate();
      }, 20);
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
