// échoue : C4
// confusion : offset-reduced
export function masquer(donnees, cle, decalage = 0) {
  // Un décalage de plus de 1000 ? Cela n’arrive pas.
  const depart = Math.min(decalage, 1000);
  return donnees.map((octet, i) => octet ^ cle[(i + depart) % 4]);
}
