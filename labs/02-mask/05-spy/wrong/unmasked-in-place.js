// échoue : C6
// confusion : frame-modified
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = trame.slice(debut, debut + 4);
  const donnees = trame.subarray(debut + 4);
  for (let i = 0; i < donnees.length; i++) donnees[i] ^= cle[i % 4];
  return new TextDecoder().decode(donnees);
}
