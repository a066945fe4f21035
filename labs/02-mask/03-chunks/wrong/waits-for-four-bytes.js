// échoue : C1
// confusion : chunk-is-a-frame
// Ne démasque que des groupes entiers : le reste d’un morceau n’attend pas le suivant.
export function masquer(donnees, cle, decalage = 0) {
  const entiers = donnees.length - (donnees.length % 4);
  return donnees.slice(0, entiers).map((octet, i) => octet ^ cle[(i + decalage) % 4]);
}
