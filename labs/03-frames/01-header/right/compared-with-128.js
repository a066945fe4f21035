export function lireDeuxOctets(o0, o1) {
  return {
    fin: o0 >= 128,
    rsv1: (o0 & 0x40) !== 0,
    rsv2: (o0 & 0x20) !== 0,
    rsv3: (o0 & 0x10) !== 0,
    opcode: o0 & 0x0f,
    masque: o1 > 127,
    longueur7: o1 > 127 ? o1 - 128 : o1,
  };
}
