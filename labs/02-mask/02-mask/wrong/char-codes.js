// échoue : C2
// confusion : characters
export function masquer(donnees, cle) {
  const texte = new TextDecoder().decode(donnees);
  return Uint8Array.from(texte, (lettre, i) => lettre.charCodeAt(0) ^ cle[i % 4]);
}
