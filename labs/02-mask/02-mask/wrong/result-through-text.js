// échoue : C1
// confusion : characters
export function masquer(donnees, cle) {
  const texte = String.fromCharCode(...donnees.map((octet, i) => octet ^ cle[i % 4]));
  return new TextEncoder().encode(texte);
}
