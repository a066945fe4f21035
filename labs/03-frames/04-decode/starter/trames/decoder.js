export function decoderTrame(octets) {
  // 1. Lire l’en-tête : c’est fait.
  const fin = (octets[0] & 0x80) !== 0;
  const opcode = octets[0] & 0x0f;
  const masque = (octets[1] & 0x80) !== 0;

  // 2. Mesurer : la longueur, et l’octet où l’en-tête finit.
  //    126 annonce une longueur sur 2 octets, 127 sur 8 : votre étape 3.2 sait la lire.
  const longueur = octets[1] & 0x7f;
  const debut = 2;

  // 3. Prendre la clé, si la trame est masquée, et avancer d’autant.

  // 4. Démasquer les données : « longueur » octets à partir de « debut », dans une mémoire neuve.
  const donnees = new Uint8Array(longueur);

  // 5. Rendre la trame, et ce qui la suit.
  return { fin, opcode, masque, donnees };
}

// « Hello » d’un serveur, puis d’un client ; « 89 00 » commence la trame suivante.
const SERVEUR = Uint8Array.of(0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x89, 0x00);
const CLIENT = Uint8Array.of(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);
console.log('serveur :', decoderTrame(SERVEUR));
console.log('client  :', decoderTrame(CLIENT));
