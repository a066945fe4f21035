export const masquer = (donnees, cle, decalage) =>
  Uint8Array.from(donnees, (octet, i) => octet ^ cle[(i + (decalage ?? 0)) & 3]);
