export function masquer(donnees, cle, decalage = 0) {
  return Uint8Array.from(donnees, (octet, i) => octet ^ cle[(i + decalage) % 4]);
}
