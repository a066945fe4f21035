export function lireDeuxOctets(o0, o1) {
  const bits = ((o0 << 8) | o1).toString(2).padStart(16, '0');
  const [, fin, rsv1, rsv2, rsv3, opcode, masque, longueur] = /^(.)(.)(.)(.)(.{4})(.)(.{7})$/.exec(bits);
  return { fin: +fin, rsv1: +rsv1, rsv2: +rsv2, rsv3: +rsv3, opcode: +`0b${opcode}`, masque: +masque, longueur7: +`0b${longueur}` };
}
