// échoue : C5 seulement
// confusion : in-place
export function masquer(donnees, cle) {
  return donnees.map((octet) => {
    const [premier] = cle;
    cle.copyWithin(0, 1);
    cle[3] = premier;
    return octet ^ premier;
  });
}
