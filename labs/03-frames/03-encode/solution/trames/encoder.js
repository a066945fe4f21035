export function encoderTrame(opcode, donnees, { fin = true, cle = null } = {}) {
  // La longueur compte des octets : le texte est encodé avant d’être mesuré.
  const octets = typeof donnees === 'string' ? new TextEncoder().encode(donnees) : donnees;
  const n = octets.length;
  const masque = cle === null ? 0 : 0x80;

  const entete = [(fin ? 0x80 : 0) | opcode];
  // Toujours la forme la plus courte : 125 et 65 535 sont les dernières longueurs de leur forme.
  if (n <= 125) {
    entete.push(masque | n);
  } else if (n <= 0xffff) {
    entete.push(masque | 126, n >> 8, n & 0xff);
  } else {
    // « >> » ne voit que 32 bits : DataView écrit les 64, poids fort d’abord.
    const longueur = new Uint8Array(8);
    new DataView(longueur.buffer).setBigUint64(0, BigInt(n));
    entete.push(masque | 127, ...longueur);
  }
  if (cle !== null) entete.push(...cle);

  // Un tableau neuf : ni « donnees » ni « cle » ne sont touchés.
  const trame = new Uint8Array(entete.length + n);
  trame.set(entete);
  for (let i = 0; i < n; i++) {
    // La clé commence avec les données, où qu’elles soient dans la trame.
    trame[entete.length + i] = cle === null ? octets[i] : octets[i] ^ cle[i % 4];
  }
  return trame;
}
