// échoue : C4 seulement
import { createServer } from 'node:http';
import { once } from 'node:events';
import { WebSocketServer } from 'ws';

export async function demarrer({ port = 0 } = {}) {
  const serveur = createServer((requete, reponse) => reponse.writeHead(426).end());
  const wss = new WebSocketServer({ server: serveur, path: '/chat' });
  wss.on('connection', (client) => {
    client.on('error', () => {
      for (const autre of wss.clients) autre.close(1011);
    });
  });
  serveur.listen(port);
  await once(wss, 'listening');
  const reel = serveur.address().port;
  console.log(`Serveur à l’écoute, port ${reel}`);
  return {
    port: reel,
    arreter() {
      for (const client of wss.clients) client.terminate();
      return new Promise((resolve) => serveur.close(resolve));
    },
  };
}
