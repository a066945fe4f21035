// échoue : C1
// confusion : key-order
export function masquer(donnees, cle) {
  const mot = new DataView(cle.buffer).getUint32(0);
  return donnees.map((octet, i) => octet ^ (mot >>> (8 * (i % 4))));
}
