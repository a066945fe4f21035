export function masquer(donnees, cle, decalage = 0) {
  const tour = decalage % 4;
  const tournee = [...cle.subarray(tour), ...cle.subarray(0, tour)];
  return Buffer.from(donnees.map((octet, i) => octet ^ tournee[i % 4]));
}
