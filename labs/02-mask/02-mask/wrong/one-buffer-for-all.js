// échoue : C5 seulement
// confusion : shared-memory
const tampon = new Uint8Array(65536);

export function masquer(donnees, cle) {
  for (let i = 0; i < donnees.length; i++) tampon[i] = donnees[i] ^ cle[i % 4];
  return tampon.subarray(0, donnees.length);
}
