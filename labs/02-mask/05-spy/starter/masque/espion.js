import { masquer } from './masquer.js';

export function espionner(trame) {
  // 1. Mesurer : où commence la clé ? Comptez les octets, dans les trois formes de la longueur.
  const longueur7 = trame[1] & 127;
  let debut;
  if (longueur7 < 126) debut = 0; // rien entre l’octet 1 et la clé
  else if (longueur7 === 126) debut = 0; // 2 octets de longueur
  else debut = 0; // 8 octets de longueur

  // 2. Prendre la clé, puis les données qui la suivent.
  const cle = trame.subarray(debut, debut + 4);
  const donnees = trame.subarray(debut + 4);
  console.log('clé     :', cle);
  console.log('données :', donnees);

  // 3. Démasquer : « masquer » le fait déjà.
  const clair = donnees;

  // 4. Décoder l’UTF-8.
  return new TextDecoder().decode(clair);
}

// La trame captée, octet par octet.
const CAPTURE = Uint8Array.of(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);
console.log('message :', espionner(CAPTURE));
