export const masquer = (donnees, cle) => {
  const memoire = new ArrayBuffer(donnees.byteLength);
  const octets = new Uint8Array(memoire);
  donnees.forEach((octet, i) => (octets[i] = octet ^ cle[i % 4]));
  return memoire;
};
