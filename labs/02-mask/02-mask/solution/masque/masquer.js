export function masquer(donnees, cle) {
  // « from » remplit un nouveau tableau : ni « donnees » ni « cle » ne changent.
  // L’octet i va avec l’octet i mod 4 de la clé ; « ^ » est le ou exclusif, bit à bit.
  return Uint8Array.from(donnees, (octet, i) => octet ^ cle[i % 4]);
}
