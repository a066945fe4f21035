// échoue : C9 seulement
// confusion : plain-object
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  let entetes = {};
  for (const ligne of lignes) {
    const i = ligne.indexOf(':');
    const nom = ligne.slice(0, i).trim().toLowerCase();
    const valeur = ligne.slice(i + 1).trim();
    const ancienne = Object.getOwnPropertyDescriptor(entetes, nom)?.value;
    entetes = Object.assign({}, entetes, JSON.parse(`{${JSON.stringify(nom)}:${JSON.stringify(ancienne === undefined ? valeur : `${ancienne}, ${valeur}`)}}`));
  }
  return { methode, cible, version: protocole.slice(5), entetes };
}
