// échoue : C4
// confusion : line-feed-alone
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin + 2).split('\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Map();
  for (const ligne of lignes.slice(0, -1)) {
    const i = ligne.indexOf(':');
    const nom = ligne.slice(0, i).trim().toLowerCase();
    const valeur = ligne.slice(i + 1).replace(/^[ \t]+|[ \t]+$/g, '');
    entetes.set(nom, entetes.has(nom) ? `${entetes.get(nom)}, ${valeur}` : valeur);
  }
  return { methode, cible, version: protocole.trim().slice(5), entetes };
}
