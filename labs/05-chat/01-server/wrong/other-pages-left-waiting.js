// échoue : C3 seulement
// confusion : mute-http
import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

export async function demarrer({ port = 0 } = {}) {
  const serveur = createServer((requete, reponse) => {
    if (requete.url === '/') reponse.end('Le chat est à /chat.');
  });
  const wss = new WebSocketServer({ server: serveur, path: '/chat' });
  serveur.listen(port);
  await once(wss, 'listening');
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
