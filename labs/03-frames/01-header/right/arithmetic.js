export function lireDeuxOctets(o0, o1) {
  const bit = (octet, poids) => Math.floor(octet / poids) % 2;
  return {
    fin: bit(o0, 128),
    rsv1: bit(o0, 64),
    rsv2: bit(o0, 32),
    rsv3: bit(o0, 16),
    opcode: o0 % 16,
    masque: bit(o1, 128),
    longueur7: o1 % 128,
  };
}
