import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

export async function demarrer({ port = 0 } = {}) {
  // Une requête ordinaire a toujours une réponse. 426 dit : « cette adresse parle WebSocket ».
  const serveur = createServer((requete, reponse) => {
    reponse.writeHead(426, { Upgrade: 'websocket', 'Content-Length': 0 }).end();
  });

  // Le même port : ws prend les demandes d’« Upgrade » sur /chat, et refuse les autres (400).
  const wss = new WebSocketServer({ server: serveur, path: '/chat' });
  // Une trame interdite (sans masque, par exemple) émet « error » ici. Sans écouteur, Node s’arrêterait.
  wss.on('connection', (client) => {
    client.on('error', (erreur) => console.warn('Connexion fermée :', erreur.message));
  });

  // « once » attend « listening », et lance si c’est « error » qui vient : un port déjà pris, par exemple.
  // ws relaie les erreurs du serveur qu’on lui prête : c’est sur lui qu’on attend.
  serveur.listen(port);
  await once(wss, 'listening');

  // Un seul endroit connaît le port : le système. On le lui demande, et on ne l’écrit nulle part.
  const { port: reel } = serveur.address();
  console.log(`Serveur à l’écoute : ws://localhost:${reel}/chat`);

  return {
    port: reel,
    // Les clients d’abord, car « close » attend qu’ils soient partis ; puis le port.
    arreter() {
      for (const client of wss.clients) client.terminate();
      return new Promise((resolve) => serveur.close(resolve));
    },
  };
}
