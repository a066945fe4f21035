// 16 octets font 22 caractères de base64, puis « == ». On regarde le texte, du début (^) à la fin ($) :
// Buffer.from(cle, 'base64') ignorerait en silence les caractères étrangers.
const CLE = /^[+/0-9A-Za-z]{22}==$/;

export function decider({ methode, cible, entetes }, { chemins }) {
  // Ce qui suit « ? » s’adresse à l’application, pas au choix du chemin.
  const [chemin] = cible.split('?');
  if (!chemins.includes(chemin)) return { statut: 404 };

  if (methode !== 'GET') return { statut: 405 };

  // Un GET ordinaire : 426 dit « passez à un autre protocole ».
  if (!contient(entetes.get('upgrade'), 'websocket')) return { statut: 426 };
  if (!contient(entetes.get('connection'), 'upgrade')) return { statut: 400 };

  // Le client apprend dans le refus quelle version demander (RFC 6455 §4.4).
  if (entetes.get('sec-websocket-version') !== '13') {
    return { statut: 426, entetes: { 'Sec-WebSocket-Version': '13' } };
  }

  // Une clé absente devient une chaîne vide, que l’expression refuse aussi.
  if (!CLE.test(entetes.get('sec-websocket-key') ?? '')) return { statut: 400 };

  return { statut: 101 };
}

// Upgrade et Connection sont des listes séparées par des virgules, sans casse.
function contient(liste = '', jeton) {
  return liste.split(',').some((element) => element.trim().toLowerCase() === jeton);
}
