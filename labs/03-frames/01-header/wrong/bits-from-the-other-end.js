// échoue : C1
export function lireDeuxOctets(o0, o1) {
  return {
    fin: (o0 & 1) !== 0,
    rsv1: (o0 & 2) !== 0,
    rsv2: (o0 & 4) !== 0,
    rsv3: (o0 & 8) !== 0,
    opcode: o0 >> 4,
    masque: (o1 & 1) !== 0,
    longueur7: o1 >> 1,
  };
}
