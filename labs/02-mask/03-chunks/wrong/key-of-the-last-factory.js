// échoue : C1
// confusion : memory-between-streams
let courante;

export function creerDemasqueur(cle) {
  courante = cle;
  let position = 0;
  return (morceau) => morceau.map((octet) => octet ^ courante[position++ % 4]);
}
