// échoue : C2
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = trame.slice(debut, debut + 4);
  const donnees = trame.slice(debut + 4);
  return new TextDecoder().decode(donnees.map((octet, i) => (octet ? octet ^ cle[i % 4] : 0)));
}
