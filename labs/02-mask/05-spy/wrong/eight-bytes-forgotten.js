// échoue : C5
// confusion : short-frames-only
export function espionner(trame) {
  const debut = (trame[1] & 127) === 126 ? 4 : 2;
  const cle = trame.slice(debut, debut + 4);
  return new TextDecoder().decode(trame.slice(debut + 4).map((octet, i) => octet ^ cle[i % 4]));
}
