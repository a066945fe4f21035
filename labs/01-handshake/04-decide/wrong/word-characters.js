// échoue : C5 seulement
// confusion : alphabet
const CLE = /^[\w+/]{22}==$/;

export function decider({ methode, cible, entetes }, { chemins }) {
  const [chemin] = cible.split('?');
  if (!chemins.includes(chemin)) return { statut: 404 };
  if (methode !== 'GET') return { statut: 405 };
  if (!contient(entetes.get('upgrade'), 'websocket')) return { statut: 426 };
  if (!contient(entetes.get('connection'), 'upgrade')) return { statut: 400 };
  if (entetes.get('sec-websocket-version') !== '13') {
    return { statut: 426, entetes: { 'Sec-WebSocket-Version': '13' } };
  }
  if (!CLE.test(entetes.get('sec-websocket-key') ?? '')) return { statut: 400 };
  return { statut: 101 };
}

function contient(liste = '', jeton) {
  return liste.split(',').some((element) => element.trim().toLowerCase() === jeton);
}
