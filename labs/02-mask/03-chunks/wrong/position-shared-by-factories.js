// échoue : C1
// confusion : memory-between-streams
let position = 0;

export function creerDemasqueur(cle) {
  position = 0;
  return (morceau) => morceau.map((octet) => octet ^ cle[position++ % 4]);
}
