import { estDemandeWebSocket } from './reconnaitre.js';

const refuser = (statut) => ({ statut });

export async function decider(requete, { chemins }) {
  const [, chemin] = /^([^?]*)/.exec(requete.cible);
  if (!chemins.includes(chemin)) return refuser(404);
  // Une autre méthode que GET donne « non » ici aussi : 400 convient aux deux.
  if (!(await estDemandeWebSocket(requete))) return refuser(400);
  if (requete.entetes.get('sec-websocket-version') !== '13') {
    return { statut: 426, entetes: new Map([['Sec-WebSocket-Version', 13]]) };
  }
  return /^[a-z0-9+/]{22}==$/i.test(requete.entetes.get('sec-websocket-key')) ? refuser(101) : refuser(400);
}
