// échoue : C1
// confusion : neighbours-kept
export function lireDeuxOctets(o0, o1) {
  return {
    fin: o0 >> 7,
    rsv1: o0 >> 6,
    rsv2: o0 >> 5,
    rsv3: o0 >> 4,
    opcode: o0 & 0x0f,
    masque: (o1 & 0x80) !== 0,
    longueur7: o1 & 0x7f,
  };
}
