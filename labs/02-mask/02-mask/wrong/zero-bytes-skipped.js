// échoue : C6
export function masquer(donnees, cle) {
  const resultat = new Uint8Array(donnees.length);
  for (let i = 0; i < donnees.length; i++) {
    if (donnees[i]) resultat[i] = donnees[i] ^ cle[i % 4];
  }
  return resultat;
}
