// échoue : C2
// confusion : interval-ignored
export function surveiller(wss) {
  wss.on('connection', (client) => {
    client.vivant = true;
    client.on('pong', () => {
      client.vivant = true;
    });
  });
  const minuteur = setInterval(() => {
    wss.clients.forEach((client) => {
      if (!client.vivant) return client.terminate();
      client.vivant = false;
      client.ping();
    });
  }, 30000);
  return () => clearInterval(minuteur);
}
