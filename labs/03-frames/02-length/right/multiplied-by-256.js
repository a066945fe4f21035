export function lireLongueur(octets) {
  if (octets.length < 2) return null;
  const forme = { 126: 2, 127: 8 }[octets[1] & 127] ?? 0;
  if (octets.length < 2 + forme) return null;
  let longueur = forme === 0 ? octets[1] & 127 : 0;
  for (const octet of octets.subarray(2, 2 + forme)) longueur = longueur * 256 + octet;
  if (!Number.isSafeInteger(longueur)) throw Object.assign(new Error('trop long'), { code: 1009 });
  return { longueur, tailleEntete: 2 + forme + (octets[1] >> 7) * 4 };
}
