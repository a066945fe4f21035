// échoue : C5 seulement
// confusion : key-rotated
export function creerDemasqueur(cle) {
  return (morceau) =>
    morceau.map((octet) => {
      const [premier] = cle;
      cle.copyWithin(0, 1);
      cle[3] = premier;
      return octet ^ premier;
    });
}
