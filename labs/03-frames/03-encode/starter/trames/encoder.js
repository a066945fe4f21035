export function encoderTrame(opcode, donnees, { fin = true, cle = null } = {}) {
  // 1. Des octets d’abord : un texte s’envoie en UTF-8.
  const octets = typeof donnees === 'string' ? new TextEncoder().encode(donnees) : donnees;

  // 2. Octet 0 : FIN à gauche, l’opcode à droite ; « | » pose les bits.
  const octet0 = (fin ? 0x80 : 0) | opcode;

  // 3. Octet 1 : la longueur, tant qu’elle est de 125 au plus. Et au-delà ? Et MASK ?
  const octet1 = octets.length;

  // 4. La longueur étendue, sur 2 ou 8 octets.

  // 5. La clé, si « cle » n’est pas null ; les données sont alors masquées.

  // 6. Tout mettre bout à bout, dans un tableau neuf.
  return Uint8Array.of(octet0, octet1, ...octets);
}

const hexa = (octets) => Array.from(octets, (o) => o.toString(16).padStart(2, '0')).join(' ');
console.log('Hello        :', hexa(encoderTrame(1, 'Hello')));
console.log('126 octets   :', hexa(encoderTrame(2, new Uint8Array(126))).slice(0, 30), '…');
