// échoue : C1
// confusion : chunk-is-a-frame
export function creerDemasqueur(cle) {
  let attente = [];
  return (morceau) => {
    attente.push(...morceau);
    const entiers = attente.splice(0, attente.length - (attente.length % 4));
    return entiers.map((octet, i) => octet ^ cle[i % 4]);
  };
}
