// Le modèle de la documentation de « ws », avec une marque sur le client.
function battement() {
  this.isAlive = true;
}

export function surveiller(wss, { intervalle = 30000 } = {}) {
  wss.on('connection', (ws) => {
    ws.isAlive = true;
    ws.on('error', console.error);
    ws.on('pong', battement);
  });
  const interval = setInterval(() => {
    wss.clients.forEach((ws) => {
      if (ws.isAlive === false) return ws.terminate();
      ws.isAlive = false;
      ws.ping();
    });
  }, intervalle);
  return () => clearInterval(interval);
}
