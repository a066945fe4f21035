// échoue : C5
// confusion : mask-bit-in-the-length
export function espionner(trame) {
  const longueur = trame[1];
  const debut = longueur === 126 ? 4 : longueur === 127 ? 10 : 2;
  const cle = trame.slice(debut, debut + 4);
  return new TextDecoder().decode(trame.slice(debut + 4).map((octet, i) => octet ^ cle[i % 4]));
}
