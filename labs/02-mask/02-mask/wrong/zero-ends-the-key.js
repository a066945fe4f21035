// échoue : C6 seulement
// confusion : key-not-repeated
export function masquer(donnees, cle) {
  let j = 0;
  return donnees.map((octet) => {
    // Après le dernier octet de la clé, « cle[j] » n’existe pas ; mais un octet nul aussi est faux.
    if (!cle[j]) j = 0;
    return octet ^ cle[j++];
  });
}
