export function masquer(donnees, cle) {
  const octets = donnees.map((octet, i) => octet ^ cle[i % 4]);
  return new Promise((rendre) => setTimeout(rendre, 10, octets));
}
