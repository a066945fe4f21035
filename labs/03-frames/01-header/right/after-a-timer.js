export async function lireDeuxOctets(o0, o1) {
  await new Promise((suite) => setTimeout(suite, 5));
  return { fin: o0 >> 7, rsv1: (o0 >> 6) & 1, rsv2: (o0 >> 5) & 1, rsv3: (o0 >> 4) & 1, opcode: o0 & 15, masque: o1 >> 7, longueur7: o1 & 127 };
}
