export function lireDeuxOctets(o0, o1) {
  // Octet 0 : FIN, RSV1, RSV2, RSV3, puis 4 bits d’opcode.
  // Octet 1 : MASK, puis 7 bits de longueur.

  // 1. Isoler FIN : « & » ne garde que le bit 7 de l’octet 0 ; il en reste 128 ou 0.
  const fin = (o0 & 0b1000_0000) !== 0;

  // 2. Isoler RSV1, RSV2 et RSV3, les trois bits suivants.

  // 3. Garder l’opcode, les quatre bits de droite.

  // 4. Isoler MASK, dans l’octet 1.

  // 5. Garder la longueur, les sept autres bits de l’octet 1.

  return { fin };
}

// Le début de « Hello », puis celui d’un message coupé en deux : changez les octets, et exécutez.
console.log('81 05 :', lireDeuxOctets(0x81, 0x05));
console.log('01 03 :', lireDeuxOctets(0x01, 0x03));
