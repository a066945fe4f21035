// échoue : C1
// confusion : kept-between-calls
const LIGNE = /^([^:]+):[ \t]*(.*?)[ \t]*$/g;

export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Map();
  for (const ligne of lignes) {
    const [, nom, valeur] = LIGNE.exec(ligne) ?? [];
    if (nom === undefined) continue;
    const cle = nom.toLowerCase();
    entetes.set(cle, entetes.has(cle) ? `${entetes.get(cle)}, ${valeur}` : valeur);
  }
  return { methode, cible, version: protocole.slice(5), entetes };
}
