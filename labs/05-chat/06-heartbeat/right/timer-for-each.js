// Un minuteur par client, rendu quand il s’en va.
export function surveiller(wss, { intervalle = 30000 } = {}) {
  const minuteurs = new Map();
  let arrete = false;

  function suivre(client) {
    if (arrete) return;
    let vivant = true;
    const minuteur = setInterval(() => {
      if (!vivant) {
        client.terminate();
        return;
      }
      vivant = false;
      client.ping();
    }, intervalle);
    minuteurs.set(client, minuteur);
    client.on('pong', () => {
      vivant = true;
    });
    client.once('close', () => {
      clearInterval(minuteur);
      minuteurs.delete(client);
    });
  }

  for (const client of wss.clients) suivre(client);
  wss.on('connection', suivre);

  return () => {
    arrete = true;
    wss.off('connection', suivre);
    for (const minuteur of minuteurs.values()) clearInterval(minuteur);
    minuteurs.clear();
  };
}
