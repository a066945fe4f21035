// échoue : C1
// confusion : chunks-counted
export function creerDemasqueur(cle) {
  let numero = -1;
  return (morceau) => {
    numero += 1;
    return morceau.map((octet, i) => octet ^ cle[(i + numero) % 4]);
  };
}
