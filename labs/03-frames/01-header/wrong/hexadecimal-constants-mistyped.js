// échoue : C1
export function lireDeuxOctets(o0, o1) {
  return {
    fin: (o0 & 80) !== 0,
    rsv1: (o0 & 40) !== 0,
    rsv2: (o0 & 20) !== 0,
    rsv3: (o0 & 10) !== 0,
    opcode: o0 & 0x0f,
    masque: (o1 & 80) !== 0,
    longueur7: o1 & 0x7f,
  };
}
