// échoue : C2
// confusion : memory-between-calls
let position = 0;

export function masquer(donnees, cle) {
  return donnees.map((octet) => octet ^ cle[position++ % 4]);
}
