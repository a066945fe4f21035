// échoue : C7
// confusion : not-utf-8
export function encoderTrame(opcode, donnees, { fin = true, cle = null } = {}) {
  const octets = opcode < 2 && typeof donnees === 'string' ? new TextEncoder().encode(donnees) : donnees;
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
