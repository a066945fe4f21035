// échoue : C1
// confusion : not-bytes
export function masquer(donnees, cle) {
  return Buffer.from(donnees.map((octet, i) => octet ^ cle[i % 4])).toString('hex');
}
