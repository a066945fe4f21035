// échoue : C1
// confusion : wrong-shape
export function lireRequete(texte) {
  return null;
}
