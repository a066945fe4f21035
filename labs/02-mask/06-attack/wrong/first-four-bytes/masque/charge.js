// échoue : C1
// confusion : other-length
export function chargePiegee(cle, octetsVoulus) {
  return octetsVoulus.map((octet, i) => octet ^ cle[i]);
}
