// échoue : C2
// confusion : key-place
export function espionner(trame) {
  // Onze octets, dont cinq de données : la trame de l’exemple.
  const cle = trame.slice(2, 6);
  return new TextDecoder().decode(trame.slice(6, 11).map((octet, i) => octet ^ cle[i % 4]));
}
