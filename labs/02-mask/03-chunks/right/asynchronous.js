export function masquer(donnees, cle, decalage = 0) {
  const clair = donnees.slice();
  clair.forEach((octet, i) => {
    clair[i] = octet ^ cle[(i + decalage) % 4];
  });
  return new Promise((rendre) => setTimeout(rendre, 5, clair.buffer));
}
