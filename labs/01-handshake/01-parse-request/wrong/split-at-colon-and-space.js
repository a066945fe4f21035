// échoue : C5
// confusion : cut-at-every-colon
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Map();
  for (const ligne of lignes) {
    const [gauche, droite] = ligne.split(/:[ \t]+|:(?! )/);
    const nom = gauche.trim().toLowerCase();
    const valeur = droite.trim();
    entetes.set(nom, entetes.has(nom) ? `${entetes.get(nom)}, ${valeur}` : valeur);
  }
  return { methode, cible, version: protocole.slice(5), entetes };
}
