// échoue : C1
// confusion : not-bytes
export function encoderTrame(opcode, donnees, { fin = true, cle = null } = {}) {
  const octets = typeof donnees === 'string' ? new TextEncoder().encode(donnees) : donnees;
  const n = octets.length;
  const masque = cle ? 0x80 : 0;
  const entete = [(fin ? 0x80 : 0) | opcode];
  if (n < 126) entete.push(masque | n);
  else if (n < 65536) entete.push(masque | 126, n >> 8, n & 255);
  else entete.push(masque | 127, 0, 0, 0, 0, (n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
  if (cle) entete.push(...cle);
  const charge = cle ? octets.map((o, i) => o ^ cle[i % 4]) : octets;
  return Uint8Array.from(charge);
}
