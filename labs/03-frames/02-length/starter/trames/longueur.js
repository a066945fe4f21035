export function lireLongueur(octets) {
  // 1. Attendre les deux premiers octets.
  if (octets.length < 2) return null;

  // 2. Séparer MASK des sept bits de longueur.
  const longueur7 = octets[1] & 0x7f;

  // 3. La forme courte : les sept bits sont la longueur.
  if (longueur7 < 126) return { longueur: longueur7, tailleEntete: 2 };

  // 4. 126 : attendre puis lire 2 octets de plus, poids fort d’abord.
  if (longueur7 === 126) throw new Error('à faire : la longueur sur 16 bits');

  // 5. 127 : attendre puis lire 8 octets de plus ; refuser ce qui ne tient pas dans un nombre.
  throw new Error('à faire : la longueur sur 64 bits');

  // 6. Partout : si MASK vaut 1, la clé ajoute 4 octets à l’en-tête.
}

console.log('82 05 :', lireLongueur(Uint8Array.of(0x82, 0x05)));
console.log('82    :', lireLongueur(Uint8Array.of(0x82)));
// Puis celle-ci, quand vous saurez la lire :
// console.log(lireLongueur(Uint8Array.of(0x82, 0x7e, 0x01, 0x00)));
