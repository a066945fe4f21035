// Le minuteur ne retient pas le programme, et le 503 est écrit à la main.
let promesses = new WeakMap();

export function arreter({ serveur, wss, delai = 5000 }) {
  let promesse = promesses.get(serveur);
  if (promesse) return promesse;
  promesse = new Promise((resolve) => {
    serveur.removeAllListeners('upgrade');
    serveur.on('upgrade', (requete, socket) => {
      socket.on('error', () => {});
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
    serveur.close(() => resolve());
    wss.close();
    for (const client of wss.clients) client.close(1001, 'à bientôt');
    setTimeout(() => {
      for (const client of wss.clients) client.terminate();
      serveur.closeAllConnections?.();
    }, delai).unref();
  });
  promesses.set(serveur, promesse);
  return promesse;
}
