// échoue : C5
// confusion : key-place
export function espionner(trame) {
  const cle = trame.slice(2, 6);
  return new TextDecoder().decode(trame.slice(6).map((octet, i) => octet ^ cle[i % 4]));
}
