// échoue : C7 seulement
export function encoderTrame(opcode, donnees, { fin = true, cle = null } = {}) {
  const octets = opcode === 1 ? new TextEncoder().encode(donnees) : Buffer.from(donnees);
  const n = octets.length;
  const masque = cle === null ? 0 : 0x80;

  const entete = [(fin ? 0x80 : 0) | opcode];
  if (n <= 125) {
    entete.push(masque | n);
  } else if (n <= 0xffff) {
    entete.push(masque | 126, n >> 8, n & 0xff);
  } else {
    const longueur = new Uint8Array(8);
    new DataView(longueur.buffer).setBigUint64(0, BigInt(n));
    entete.push(masque | 127, ...longueur);
  }
  if (cle !== null) entete.push(...cle);

  const trame = new Uint8Array(entete.length + n);
  trame.set(entete);
  for (let i = 0; i < n; i++) {
    trame[entete.length + i] = cle === null ? octets[i] : octets[i] ^ cle[i % 4];
  }
  return trame;
}
