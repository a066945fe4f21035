// échoue : C6
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = {};
  for (const ligne of lignes) {
    const i = ligne.indexOf(':');
    const nom = ligne.slice(0, i).toLowerCase();
    const valeur = ligne.slice(i + 1).trim();
    entetes[nom] = entetes[nom] ? [entetes[nom], valeur] : valeur;
  }
  return { methode, cible, version: protocole.split('/')[1], entetes };
}
