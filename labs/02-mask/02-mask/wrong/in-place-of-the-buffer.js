// échoue : C5 seulement
// confusion : in-place
export function masquer(donnees, cle) {
  // Une autre vue, mais la même mémoire.
  const vue = new Uint8Array(donnees.buffer, donnees.byteOffset, donnees.byteLength);
  vue.forEach((octet, i) => (vue[i] = octet ^ cle[i % 4]));
  return vue;
}
