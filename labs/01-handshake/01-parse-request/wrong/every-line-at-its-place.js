// échoue : C2
// confusion : fixed-positions
const NOMS = ['host', 'upgrade', 'connection', 'sec-websocket-key', 'origin', 'sec-websocket-protocol', 'sec-websocket-version'];

export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Map();
  let rang = 0;
  for (const ligne of lignes) {
    const i = ligne.indexOf(':');
    const nom = NOMS[rang++];
    const valeur = ligne.slice(i + 1).trim();
    entetes.set(nom, entetes.has(nom) ? `${entetes.get(nom)}, ${valeur}` : valeur);
  }
  return { methode, cible, version: protocole.slice(5), entetes };
}
