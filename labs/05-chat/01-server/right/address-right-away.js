// Sans nom d’hôte, Node écoute tout de suite : l’adresse se lit sans attendre.
import http from 'node:http';
import { WebSocketServer } from 'ws';

export async function demarrer({ port = 0 } = {}) {
  const serveur = http.createServer((requete, reponse) => reponse.end('ok'));
  serveur.listen(port);
  console.log('port ' + serveur.address().port);
  const wss = new WebSocketServer({ server: serveur, path: '/chat' });
  wss.on('connection', (client) => client.on('error', () => {}));
  return {
    port: serveur.address().port,
    arreter() {
      wss.clients.forEach((client) => client.close());
      serveur.close();
    },
  };
}
