// échoue : C6
// confusion : timers-pile-up
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const minuteurs = [];
  let fini = false;
  wss.on('connection', (client) => {
    if (fini) return;
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
    minuteurs.push(
      setInterval(() => {
        if (client.readyState !== 1) return;
        if (!client.vivant) return client.terminate();
        client.vivant = false;
        client.ping();
      }, intervalle),
    );
  });
  return () => {
    fini = true;
    minuteurs.forEach(clearInterval);
  };
}
