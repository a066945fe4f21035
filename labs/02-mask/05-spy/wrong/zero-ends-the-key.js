// échoue : C4 seulement
// confusion : zero-key
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = trame.slice(debut, debut + 4);
  let j = 0;
  const clair = trame.slice(debut + 4).map((octet) => {
    // Après le dernier octet de la clé, « cle[j] » n’existe pas ; mais un octet nul aussi est faux.
    if (!cle[j]) j = 0;
    return octet ^ cle[j++];
  });
  return new TextDecoder().decode(clair);
}
