import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

export async function demarrer(options) {
  const wss = new WebSocketServer({ noServer: true });
  const serveur = createServer((requete, reponse) => {
    reponse.end('<h1>Le chat</h1>');
  });
  serveur.on('upgrade', (requete, socket, tete) => {
    socket.on('error', () => socket.destroy());
    const { pathname } = new URL(requete.url, 'http://localhost');
    if (pathname !== '/chat') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    wss.handleUpgrade(requete, socket, tete, (client) => wss.emit('connection', client, requete));
  });
  await new Promise((resolve, reject) => {
    serveur.once('error', reject);
    serveur.listen(options?.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = serveur.address();
  console.log('Serveur prêt, port', port);
  return {
    port,
    async arreter() {
      for (const client of wss.clients) client.close(1001);
      serveur.closeAllConnections();
      serveur.close();
    },
  };
}
