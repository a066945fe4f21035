export function lireDeuxOctets(o0, o1) {
  const bits = o0.toString(2).padStart(8, '0') + o1.toString(2).padStart(8, '0');
  const bit = (i) => Number(bits[i]);
  return {
    fin: bit(0),
    rsv1: bit(1),
    rsv2: bit(2),
    rsv3: bit(3),
    opcode: parseInt(bits.slice(4, 8), 2),
    masque: bit(8),
    longueur7: Number.parseInt(bits.slice(9), 2),
  };
}
