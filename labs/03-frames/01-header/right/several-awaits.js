const bit = async (octet, poids) => (octet & poids) !== 0;

export async function lireDeuxOctets(o0, o1) {
  const fin = await bit(o0, 128);
  const [rsv1, rsv2, rsv3] = await Promise.all([64, 32, 16].map((poids) => bit(o0, poids)));
  const masque = await bit(o1, 128);
  return { fin, rsv1, rsv2, rsv3, opcode: o0 & 15, masque, longueur7: o1 & 127 };
}
