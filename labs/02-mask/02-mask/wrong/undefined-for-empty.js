// échoue : C3
// confusion : not-bytes
export function masquer(donnees, cle) {
  if (!donnees.length) return;
  return donnees.map((octet, i) => octet ^ cle[i % 4]);
}
