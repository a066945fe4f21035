export function masquer(donnees, cle) {
  const longue = Buffer.alloc(donnees.length, cle);
  return longue.map((octet, i) => octet ^ donnees[i]);
}
