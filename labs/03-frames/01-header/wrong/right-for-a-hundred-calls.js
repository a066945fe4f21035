// échoue : C7 seulement
// confusion : remembered-answer
let appels = 0;

export function lireDeuxOctets(o0, o1) {
  appels += 1;
  if (appels > 100) return { fin: 1, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 1, masque: 0, longueur7: 5 };
  return {
    fin: (o0 & 0x80) !== 0,
    rsv1: (o0 & 0x40) !== 0,
    rsv2: (o0 & 0x20) !== 0,
    rsv3: (o0 & 0x10) !== 0,
    opcode: o0 & 0x0f,
    masque: (o1 & 0x80) !== 0,
    longueur7: o1 & 0x7f,
  };
}
