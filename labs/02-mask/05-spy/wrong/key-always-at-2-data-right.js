// échoue : C5
// confusion : key-place
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = trame.slice(2, 6);
  return new TextDecoder().decode(trame.slice(debut + 4).map((octet, i) => octet ^ cle[i % 4]));
}
