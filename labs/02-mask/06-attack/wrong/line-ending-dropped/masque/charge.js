// échoue : C1
// confusion : other-length
export function chargePiegee(cle, octetsVoulus) {
  const utiles = octetsVoulus.slice(0, -2);
  return utiles.map((octet, i) => octet ^ cle[i % 4]);
}
