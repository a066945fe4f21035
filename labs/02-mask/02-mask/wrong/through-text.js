// échoue : C4
// confusion : characters
export function masquer(donnees, cle) {
  const octets = new TextEncoder().encode(new TextDecoder().decode(donnees));
  return octets.map((octet, i) => octet ^ cle[i % 4]);
}
