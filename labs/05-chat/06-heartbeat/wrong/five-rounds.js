// échoue : C2
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.muets = 0;
    client.on('pong', () => {
      client.muets = 0;
    });
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      client.muets += 1;
      if (client.muets > 5) client.terminate();
      else client.ping();
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
