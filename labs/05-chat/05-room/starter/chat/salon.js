import { analyser } from './protocole.js';

// Le chat de 2013 : chacun écrit le nom qu’il veut, et tout le monde reçoit tout.
//
// 1. rejoindre : un pseudo libre, ou une erreur
// 2. dire la bienvenue à l’arrivant, et annoncer son arrivée aux autres
// 3. dire : l’auteur est celui que le serveur connaît
// 4. sortir : annoncer le départ, une fois, et rendre le pseudo

export function creerSalon() {
  const clients = new Set();

  return {
    entrer(client) {
      clients.add(client);
    },

    recevoir(client, texte) {
      const { ok } = analyser(texte);
      if (!ok) return;
      const { auteur, texte: dit } = JSON.parse(texte);
      for (const autre of clients) {
        autre.send(JSON.stringify({ type: 'message', auteur, texte: dit }));
      }
    },

    sortir(client) {
      clients.delete(client);
    },
  };
}
