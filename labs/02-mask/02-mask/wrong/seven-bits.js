// échoue : C2
// confusion : seven-bits
export function masquer(donnees, cle) {
  return donnees.map((octet, i) => (octet & 127) ^ cle[i % 4]);
}
