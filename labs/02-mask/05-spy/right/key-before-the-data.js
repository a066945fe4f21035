// Les données sont à la fin : leur longueur suffit à trouver la clé.
function longueur(trame) {
  const court = trame[1] & 127;
  if (court < 126) return court;
  return trame.slice(2, court === 126 ? 4 : 10).reduce((total, octet) => total * 256 + octet, 0);
}

export function espionner(trame) {
  const debut = trame.length - longueur(trame);
  const cle = trame.slice(debut - 4, debut);
  return new TextDecoder().decode(trame.slice(debut).map((octet, i) => octet ^ cle[i & 3]));
}
