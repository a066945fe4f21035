// échoue : C1
// confusion : not-bytes
export function masquer(donnees, cle) {
  return Array.from(donnees, (octet, i) => (octet ^ cle[i % 4]).toString(16));
}
