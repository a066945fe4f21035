// échoue : C9 seulement
// confusion : plain-object
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Map();
  for (const ligne of lignes.filter((ligne) => /^[A-Za-z-]+:/.test(ligne))) {
    const i = ligne.indexOf(':');
    const nom = ligne.slice(0, i).trim().toLowerCase();
    const valeur = ligne.slice(i + 1).trim();
    entetes.set(nom, entetes.has(nom) ? `${entetes.get(nom)}, ${valeur}` : valeur);
  }
  return { methode, cible, version: protocole.slice(5), entetes };
}
