export function lireDeuxOctets(o0, o1) {
  const [fin, rsv1, rsv2, rsv3] = Array.from(o0.toString(2).padStart(8, '0'), (c) => c === '1');
  const [masque] = o1.toString(2).padStart(8, '0');
  return { fin, rsv1, rsv2, rsv3, opcode: o0 & 15, masque: masque === '1', longueur7: o1 & 127 };
}
