// échoue : C1
// confusion : other-length
export function masquer(donnees, cle) {
  const octets = new Uint8Array(1024);
  for (let i = 0; i < donnees.length; i++) octets[i] = donnees[i] ^ cle[i % 4];
  return octets;
}
