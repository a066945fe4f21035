// échoue : C2
// confusion : remembered-answer
export function lireDeuxOctets(o0, o1) {
  return { fin: 1, rsv1: 0, rsv2: 0, rsv3: 0, opcode: 1, masque: 0, longueur7: 5 };
}
