// échoue : C4
export function masquer(donnees, cle) {
  if (donnees.length > 125) return new Uint8Array();
  return donnees.map((octet, i) => octet ^ cle[i % 4]);
}
