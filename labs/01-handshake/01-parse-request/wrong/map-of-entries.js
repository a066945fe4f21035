// échoue : C6 seulement
// confusion : repeated-header
export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  if (fin === -1) return null;
  const [premiere, ...lignes] = texte.slice(0, fin).split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const paires = lignes.map((ligne) => {
    const i = ligne.indexOf(':');
    return [ligne.slice(0, i).toLowerCase(), ligne.slice(i + 1).trim()];
  });
  return { methode, cible, version: protocole.slice(5), entetes: new Map(paires) };
}
