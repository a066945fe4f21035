// échoue : C3
// confusion : other-length
export function masquer(donnees, cle) {
  const octets = new Uint8Array(donnees.length || 1);
  for (let i = 0; i < octets.length; i++) octets[i] = donnees[i] ^ cle[i % 4];
  return octets;
}
