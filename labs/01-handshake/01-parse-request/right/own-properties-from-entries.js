// Object.fromEntries crée des propriétés propres, « __proto__ » compris.
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const liste = [];
  for (const ligne of lignes) {
    const i = ligne.indexOf(':');
    const nom = ligne.slice(0, i).trim().toLowerCase();
    const valeur = ligne.slice(i + 1).trim();
    const deja = liste.find(([autre]) => autre === nom);
    if (deja) deja[1] += ', ' + valeur;
    else liste.push([nom, valeur]);
  }
  return { methode, cible, version: protocole.slice(-3), entetes: Object.fromEntries(liste), brut: texte, lignes };
}
