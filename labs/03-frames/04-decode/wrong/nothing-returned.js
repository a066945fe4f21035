// échoue : C1
export function decoderTrame(octets) {
  const longueur = octets[1] & 127;
  const donnees = octets.slice(2, 2 + longueur);
  console.log({ fin: octets[0] > 127, opcode: octets[0] & 15, donnees });
}
