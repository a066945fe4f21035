// échoue : C1
// confusion : not-the-contract
export function lireDeuxOctets(o0, o1) {
  const bits = o0.toString(2).padStart(8, '0') + o1.toString(2).padStart(8, '0');
  const [fin, rsv1, rsv2, rsv3] = bits;
  const masque = bits[8];
  return { fin, rsv1, rsv2, rsv3, opcode: parseInt(bits.slice(4, 8), 2), masque, longueur7: parseInt(bits.slice(9), 2) };
}
