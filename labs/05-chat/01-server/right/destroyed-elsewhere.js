import http from 'node:http';
import { WebSocketServer } from 'ws';

class Chat {
  #serveur;
  constructor(serveur) {
    this.#serveur = serveur;
  }
  get port() {
    return this.#serveur.address().port;
  }
  arreter() {
    this.#serveur.close();
  }
}

export function demarrer({ port } = {}) {
  const serveur = http.createServer((requete, reponse) => {
    reponse.statusCode = 426;
    reponse.setHeader('Upgrade', 'websocket');
    reponse.end('WebSocket seulement\n');
  });
  const wss = new WebSocketServer({ noServer: true });
  serveur.on('upgrade', (requete, socket, tete) => {
    if (requete.url.split('?')[0] === '/chat') wss.handleUpgrade(requete, socket, tete, () => {});
    else socket.destroy();
  });
  return new Promise((resolve, reject) => {
    serveur.on('error', reject);
    serveur.listen(port, () => {
      console.info(`http://localhost:${serveur.address().port}/`);
      resolve(new Chat(serveur));
    });
  });
}
