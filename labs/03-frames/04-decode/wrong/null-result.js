// échoue : C1
export function decoderTrame(octets) {
  // Attend toujours un octet de plus.
  const longueur = octets[1] & 127;
  if (octets.length <= 2 + longueur + 4) return null;
  return { fin: octets[0] > 127, opcode: octets[0] & 15, masque: false, donnees: octets.slice(2, 2 + longueur), reste: octets.slice(2 + longueur) };
}
