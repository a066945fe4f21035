// échoue : C6
// confusion : frame-modified
export function espionner(trame) {
  trame[1] &= 127;
  const debut = trame[1] < 126 ? 2 : trame[1] === 126 ? 4 : 10;
  const cle = trame.slice(debut, debut + 4);
  return new TextDecoder().decode(trame.slice(debut + 4).map((octet, i) => octet ^ cle[i % 4]));
}
