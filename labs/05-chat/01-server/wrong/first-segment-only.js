// échoue : C5 seulement
// confusion : any-path
import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

export async function demarrer({ port = 0 } = {}) {
  const serveur = createServer((requete, reponse) => {
    reponse.writeHead(426, { Upgrade: 'websocket', 'Content-Length': 0 }).end();
  });
  const wss = new WebSocketServer({ noServer: true });
  serveur.on('upgrade', (requete, socket, tete) => {
    const { pathname } = new URL(requete.url, 'http://localhost');
    if (pathname.split('/')[1] !== 'chat') {
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    wss.handleUpgrade(requete, socket, tete, (client) => wss.emit('connection', client, requete));
  });
  serveur.listen(port);
  await once(serveur, 'listening');
  const { port: reel } = serveur.address();
  console.log(`Serveur à l’écoute sur le port ${reel}`);
  return {
    port: reel,
    arreter() {
      for (const client of wss.clients) client.terminate();
      return new Promise((resolve) => serveur.close(resolve));
    },
  };
}
