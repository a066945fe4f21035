// échoue : C1
// confusion : not-the-contract
export function lireDeuxOctets(o0, o1) {
  return {
    fin: (o0 & 0x80) !== 0,
    opcode: o0 & 0x0f,
    masque: (o1 & 0x80) !== 0,
    longueur7: o1 & 0x7f,
  };
}
