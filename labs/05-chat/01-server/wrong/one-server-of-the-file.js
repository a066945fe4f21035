// échoue : C6
// confusion : shared-by-chats
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const serveur = createServer((requete, reponse) => reponse.writeHead(426).end());
new WebSocketServer({ server: serveur, path: '/chat' });

export async function demarrer({ port = 0 } = {}) {
  if (!serveur.listening) await new Promise((resolve) => serveur.listen(port, resolve));
  const { port: reel } = serveur.address();
  console.log(`Port ${reel}`);
  return { port: reel, arreter: () => void serveur.close() };
}
