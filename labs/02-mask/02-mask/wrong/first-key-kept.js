// échoue : C2
// confusion : memory-between-calls
let premiere = null;

export function masquer(donnees, cle) {
  premiere ??= cle.slice();
  return donnees.map((octet, i) => octet ^ premiere[i % 4]);
}
