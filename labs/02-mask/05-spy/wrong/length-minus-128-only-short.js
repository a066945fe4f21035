// échoue : C5
// confusion : short-frames-only
export function espionner(trame) {
  const longueur = trame[1] - 128;
  const cle = trame.slice(2, 6);
  const donnees = trame.slice(6, 6 + longueur);
  return new TextDecoder().decode(donnees.map((octet, i) => octet ^ cle[i % 4]));
}
