export function lireRequete(texte) {
  // L'en-tête HTTP finit à la première ligne vide. Pas encore arrivée : il faut attendre la suite.
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;

  // Ce qui suit la ligne vide n'appartient plus à l'en-tête : on ne le coupe même pas.
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');

  // Une Map, et non un objet {} : un nom comme « __proto__ » y est un nom ordinaire.
  const entetes = new Map();
  for (const ligne of lignes) {
    // Le premier « : » seulement : « Host: a:8080 » en contient deux.
    const separateur = ligne.indexOf(':');
    const nom = ligne.slice(0, separateur).toLowerCase();
    const valeur = ligne.slice(separateur + 1).trim();
    // Un en-tête répété vaut la liste de ses valeurs, dans l'ordre reçu.
    entetes.set(nom, entetes.has(nom) ? `${entetes.get(nom)}, ${valeur}` : valeur);
  }

  return { methode, cible, version: protocole.slice('HTTP/'.length), entetes };
}
