export function masquer(donnees, cle) {
  const octets = [];
  for (const octet of donnees) octets.push(octet ^ cle[octets.length % 4]);
  return octets;
}
