// échoue : C1
// confusion : not-bytes
export function masquer(donnees, cle) {
  const octets = new Uint8Array(donnees.length);
  donnees.forEach((octet, i) => {
    octets[i] = octet ^ cle[i % 4];
  });
}
