// échoue : C1
// confusion : last-bytes
export function masquer(donnees, cle) {
  const octets = donnees.slice();
  for (let i = 0; i + 4 <= octets.length; i += 4) {
    for (let j = 0; j < 4; j++) octets[i + j] ^= cle[j];
  }
  return octets;
}
