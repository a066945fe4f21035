// échoue : C1
// confusion : memory-between-streams
let position = 0;

export function masquer(donnees, cle) {
  return donnees.map((octet) => octet ^ cle[position++ % 4]);
}
