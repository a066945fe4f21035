// échoue : C2
// confusion : memory-between-calls
const CLE = [0x37, 0xfa, 0x21, 0x3d];

export function masquer(donnees) {
  return donnees.map((octet, i) => octet ^ CLE[i % 4]);
}
