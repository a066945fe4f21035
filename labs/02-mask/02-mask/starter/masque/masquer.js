export function masquer(donnees, cle) {
  // 1. Parcourir les octets.
  for (let i = 0; i < donnees.length; i++) {
    // 2. Combiner chaque octet à celui de la clé dont c’est le tour : la clé se répète.
    donnees[i] = donnees[i] ^ cle[i % 4];
  }

  // 3. Rendre les octets masqués. Mais… à qui appartient ce tableau ?
  return donnees;
}

const message = new TextEncoder().encode('Hello');
const masque = masquer(message, Uint8Array.of(0x37, 0xfa, 0x21, 0x3d));
console.log('masqué  :', masque);
console.log('message :', message);
