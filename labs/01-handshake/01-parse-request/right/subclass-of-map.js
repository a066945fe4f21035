class Entetes extends Map {
  ajouter(nom, valeur) {
    const cle = nom.toLowerCase();
    return super.set(cle, super.has(cle) ? `${super.get(cle)}, ${valeur}` : valeur);
  }

  get(nom) {
    return super.get(nom.toLowerCase());
  }
}

export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Entetes();
  for (const ligne of lignes) {
    const i = ligne.indexOf(':');
    const nom = ligne.slice(0, i).trim().toLowerCase();
    const valeur = ligne.slice(i + 1).trim();
    entetes.ajouter(nom, valeur);
  }
  return { methode, cible, version: protocole.slice(5), entetes };
}
