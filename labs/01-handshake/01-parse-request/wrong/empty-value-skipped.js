// échoue : C4 seulement
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Map();
  for (const ligne of lignes) {
    const trouve = /^([^:]+):[ \t]*(.+?)[ \t]*$/.exec(ligne);
    if (trouve === null) continue;
    const [, gauche, valeur] = trouve;
    const nom = gauche.toLowerCase();
    entetes.set(nom, entetes.has(nom) ? `${entetes.get(nom)}, ${valeur}` : valeur);
  }
  return { methode, cible, version: protocole.slice(5), entetes };
}
