// échoue : C1
// confusion : not-unmasked
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  return new TextDecoder().decode(trame.subarray(debut + 4));
}
