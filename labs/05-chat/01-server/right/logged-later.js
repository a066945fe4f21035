import { createServer } from 'node:http';
import { setTimeout as attendre } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

export async function demarrer({ port = 0 } = {}) {
  const serveur = createServer().on('request', (requete, reponse) => {
    reponse.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    reponse.write('Le chat ');
    reponse.end('est à /chat.');
  });
  new WebSocketServer({ server: serveur, path: '/chat' }).on('error', () => {});
  serveur.listen(port);
  await attendre(10);
  const reel = serveur.address().port;
  setTimeout(() => {
    console.log('Prêt.');
    console.log(`Port : ${reel}.`);
  }, 50);
  return { port: BigInt(reel), arreter: () => void serveur.close() };
}
