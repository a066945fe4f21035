// échoue : C1
// confusion : last-bytes
export function masquer(donnees, cle) {
  const octets = donnees.slice();
  for (let i = 0; i < octets.length - 1; i++) octets[i] ^= cle[i % 4];
  return octets;
}
