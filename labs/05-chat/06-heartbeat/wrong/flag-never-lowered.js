// échoue : C2
// confusion : flag-never-lowered
export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      if (!client.vivant) client.terminate();
      else client.ping();
    }
  }, intervalle);
  return () => clearInterval(minuteur);
}
