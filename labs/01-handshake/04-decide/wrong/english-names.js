// échoue : C1
// confusion : other-shape
const CLE = /^[+/0-9A-Za-z]{22}==$/;

export function decider({ methode, cible, entetes }, { chemins }) {
  const [chemin] = cible.split('?');
  if (!chemins.includes(chemin)) return { status: 404 };
  if (methode !== 'GET') return { status: 405 };
  if (!contient(entetes.get('upgrade'), 'websocket')) return { status: 426 };
  if (!contient(entetes.get('connection'), 'upgrade')) return { status: 400 };
  if (entetes.get('sec-websocket-version') !== '13') {
    return { status: 426, entetes: { 'Sec-WebSocket-Version': '13' } };
  }
  if (!CLE.test(entetes.get('sec-websocket-key') ?? '')) return { status: 400 };
  return { status: 101 };
}

function contient(liste = '', jeton) {
  return liste.split(',').some((element) => element.trim().toLowerCase() === jeton);
}
