// échoue : C2
// confusion : last-chunk-only
export function creerDemasqueur(cle) {
  let decalage = 0;
  return (morceau) => {
    const clair = morceau.map((octet, i) => octet ^ cle[(i + decalage) % 4]);
    decalage = morceau.length;
    return clair;
  };
}
