// échoue : C2
// confusion : one-byte-one-character
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = trame.slice(debut, debut + 4);
  const texte = new TextDecoder().decode(trame.slice(debut + 4));
  return Array.from(texte, (lettre, i) => String.fromCharCode(lettre.charCodeAt(0) ^ cle[i % 4])).join('');
}
