import { masquer } from './masquer.js';

export async function espionner(trame) {
  // Entre l’octet 1 et la clé, la longueur prend 0, 2 ou 8 octets de plus.
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;

  // La clé est là, en clair : aucun secret à deviner.
  const cle = trame.slice(debut, debut + 4);
  const donnees = trame.slice(debut + 4);

  // Le XOR se défait en recommençant ; « await », car votre masquer peut rendre une promesse.
  const clair = await masquer(donnees, cle);
  return new TextDecoder().decode(new Uint8Array(clair));
}
