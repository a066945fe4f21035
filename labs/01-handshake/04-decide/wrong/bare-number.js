// échoue : C1
// confusion : other-shape
export function decider({ methode, cible, entetes }, { chemins }) {
  if (!chemins.includes(cible.split('?')[0])) return 404;
  if (methode !== 'GET') return 405;
  if (entetes.get('sec-websocket-version') !== '13') return 426;
  return /^[+/0-9A-Za-z]{22}==$/.test(entetes.get('sec-websocket-key') ?? '') ? 101 : 400;
}
