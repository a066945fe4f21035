// échoue : C1 seulement
export function masquer(donnees, cle, decalage = 0) {
  let j = decalage % 4;
  return donnees.map((octet) => {
    // Après le dernier octet de la clé, « cle[j] » n’existe pas ; mais un octet nul aussi est faux.
    if (!cle[j]) j = 0;
    return octet ^ cle[j++];
  });
}
