// échoue : C2
// confusion : known-key
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = [0x37, 0xfa, 0x21, 0x3d];
  return new TextDecoder().decode(trame.slice(debut + 4).map((octet, i) => octet ^ cle[i % 4]));
}
