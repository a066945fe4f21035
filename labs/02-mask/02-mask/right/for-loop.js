export function masquer(donnees, cle) {
  const octets = new Uint8Array(donnees.length);
  for (let i = 0; i < donnees.length; i += 1) {
    octets[i] = donnees[i] ^ cle[i & 3];
  }
  return octets;
}
