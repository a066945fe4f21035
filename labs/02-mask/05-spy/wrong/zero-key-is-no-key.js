// échoue : C4
// confusion : zero-key
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = trame.slice(debut, debut + 4);
  // « Pas de clé, donc pas de masque » : les données commenceraient plus tôt.
  if (cle.every((octet) => octet === 0)) return new TextDecoder().decode(trame.slice(debut));
  return new TextDecoder().decode(trame.slice(debut + 4).map((octet, i) => octet ^ cle[i % 4]));
}
