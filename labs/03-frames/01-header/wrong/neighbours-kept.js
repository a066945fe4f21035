// échoue : C7 seulement
// confusion : neighbours-kept
export function lireDeuxOctets(o0, o1) {
  return {
    fin: o0 >> 7,
    rsv1: (o0 & 0x7f) >> 6,
    rsv2: (o0 & 0x7f) >> 5,
    rsv3: (o0 & 0x7f) >> 4,
    opcode: o0 & 0x0f,
    masque: (o1 & 0x80) !== 0,
    longueur7: o1 & 0x7f,
  };
}
