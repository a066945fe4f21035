// échoue : C2
// confusion : key-rotated
export function masquer(donnees, cle, decalage = 0) {
  for (let n = decalage % 4; n > 0; n--) {
    const [premier] = cle;
    cle.copyWithin(0, 1);
    cle[3] = premier;
  }
  return donnees.map((octet, i) => octet ^ cle[i % 4]);
}
