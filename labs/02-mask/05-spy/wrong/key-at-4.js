// échoue : C1
// confusion : key-place
export function espionner(trame) {
  const cle = trame.slice(4, 8);
  return new TextDecoder().decode(trame.slice(8).map((octet, i) => octet ^ cle[i % 4]));
}
