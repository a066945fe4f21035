export function lireLongueur(octets) {
  if (octets.length < 2) return Promise.resolve(null);
  const court = octets[1] & 127;
  const fin = court === 127 ? 10 : court === 126 ? 4 : 2;
  if (octets.length < fin) return Promise.resolve(null);
  const longueur = fin === 2 ? BigInt(court) : octets.slice(2, fin).reduce((n, o) => n * 256n + BigInt(o), 0n);
  if (longueur > BigInt(Number.MAX_SAFE_INTEGER)) return Promise.reject({ code: 1009 });
  return Promise.resolve({ longueur, tailleEntete: fin + (octets[1] > 127 ? 4 : 0) });
}
