// échoue : C1
// confusion : chunk-is-a-frame
export function creerDemasqueur(cle) {
  return (morceau) => {
    let position = 0;
    return morceau.map((octet) => octet ^ cle[position++ % 4]);
  };
}
