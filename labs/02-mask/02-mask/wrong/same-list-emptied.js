// échoue : C5 seulement
// confusion : shared-memory
const octets = [];

export function masquer(donnees, cle) {
  octets.length = 0;
  for (const octet of donnees) octets.push(octet ^ cle[octets.length % 4]);
  return octets;
}
