// échoue : C3
// confusion : default-offset
let dernier = 0;

export function masquer(donnees, cle, decalage = dernier) {
  dernier = decalage + donnees.length;
  return donnees.map((octet, i) => octet ^ cle[(i + decalage) % 4]);
}
