// échoue : C5 seulement
// confusion : never-stopped
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const minuteurs = new Set();
  wss.on('connection', (client) => {
    let vivant = true;
    const minuteur = setInterval(() => {
      if (!vivant) return client.terminate();
      vivant = false;
      client.ping();
    }, intervalle);
    minuteurs.add(minuteur);
    client.on('pong', () => {
      vivant = true;
    });
    client.on('close', () => {
      clearInterval(minuteur);
      minuteurs.delete(minuteur);
    });
  });
  return () => {
    for (const minuteur of minuteurs) clearInterval(minuteur);
  };
}
