const vus = new Map();

export function lireDeuxOctets(o0, o1) {
  const cle = o0 * 256 + o1;
  if (!vus.has(cle)) {
    vus.set(cle, { fin: o0 > 127, rsv1: !!(o0 & 64), rsv2: !!(o0 & 32), rsv3: !!(o0 & 16), opcode: o0 & 15, masque: o1 > 127, longueur7: o1 & 127 });
  }
  return vus.get(cle);
}
