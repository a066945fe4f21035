// échoue : C1
// confusion : precedence
export function lireDeuxOctets(o0, o1) {
  return {
    fin: Boolean(o0 & 0x80 === 0x80),
    rsv1: Boolean(o0 & 0x40 === 0x40),
    rsv2: Boolean(o0 & 0x20 === 0x20),
    rsv3: Boolean(o0 & 0x10 === 0x10),
    opcode: o0 & 0x0f,
    masque: Boolean(o1 & 0x80 === 0x80),
    longueur7: o1 & 0x7f,
  };
}
