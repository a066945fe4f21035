const OCTETS = Array.from({ length: 256 }, (_, o) => [o >> 7, (o >> 6) & 1, (o >> 5) & 1, (o >> 4) & 1, o & 15, o & 127]);

export function lireDeuxOctets(o0, o1) {
  const [fin, rsv1, rsv2, rsv3, opcode] = OCTETS[o0];
  const [masque, , , , , longueur7] = OCTETS[o1];
  return { fin, rsv1, rsv2, rsv3, opcode, masque, longueur7 };
}
